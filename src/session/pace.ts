import type {World} from './world.ts';

/** Twenty commits a second: below what the eye tells apart from at once, above what a busy cluster can flood. */
const COMMIT_INTERVAL_MS = 50;

/** While a long list comes in, nobody reads faster, and each commit sorts and paints what the next one changes again. */
const LISTING_INTERVAL_MS = 250;

/** How long after a commit the next one comes, in milliseconds. */
export function intervalMsFor(world: World): number {
	return isListing(world) ? LISTING_INTERVAL_MS : COMMIT_INTERVAL_MS;
}

/** More than the tallest terminal shows: the first rows must not wait for others. */
const READABLE_ROWS = 200;

/** Rows of a first list come in, and enough of them can be read already. */
function isListing({connection}: World): boolean {
	return connection.phase === 'listing' && connection.received > READABLE_ROWS;
}
