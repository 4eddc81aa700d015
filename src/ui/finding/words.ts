import {kindById} from '../../kinds/lookup.ts';
import {formatAge} from '../../lib/age.ts';
import type {Evidence, Finding, ObjectRef} from '../../model/finding.ts';
import {formatClock} from '../text/clock.ts';

/** What texts about time need. */
export interface Watch {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** How far the clocks on the user's wall are ahead of UTC. */
	readonly offsetMs: number;
}

/** A time of day says when only as long as it is clear which day is meant. */
const TODAY_MS = 20 * 3_600_000;

/** `4 of 5 pods of rev 42 · since 12:01:10 (3m) · certain`; what is not known is left out. */
export function factsOf({extent, since, confidence}: Finding, watch: Watch): string {
	return [extent, `since ${moment(since, watch)} (${formatAge(watch.now - since)})`, confidence]
		.filter(text => text !== '')
		.join(' · ');
}

/** `log of api-x2xkq/app · 12:03:49`: where a person finds it. */
export function placeOf({seenIn, object, container = '', at}: Evidence, watch: Watch): string {
	const where = {
		object: object.name,
		event: `event about ${object.name}`,
		log: container === '' ? `log of ${object.name}` : `log of ${object.name}/${container}`,
		metrics: `usage of ${object.name}`,
	}[seenIn];
	return at === undefined || at === 0 ? where : `${where} · ${moment(at, watch)}`;
}

/** `Service api`: as a sentence names it. */
export function nameOf({kind, name}: ObjectRef): string {
	return `${kindById(kind)?.objectKind ?? kind} ${name}`;
}

/** The time of day; of another day, how long ago. */
export function moment(at: number, {now, offsetMs}: Watch): string {
	return now - at < TODAY_MS ? formatClock(at, offsetMs) : `${formatAge(now - at)} ago`;
}
