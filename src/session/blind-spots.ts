import {kindById} from '../kinds/lookup.ts';
import type {UsageTable} from '../model/usage.ts';
import type {Collection} from '../store/collection.ts';

/** Something that is looked at for causes and cannot be seen. */
export interface BlindSpot {
	/** `events`, `logs`, `usage`. */
	readonly what: string;
	/** The right that is missing: `list events in shop`; empty when it is not a matter of rights. */
	readonly permission: string;
	/** A few words: `forbidden`, `not served`, or the server's own. */
	readonly because: string;
}

/** What is not seen, by name. What is only being listed, or lost for a moment, is not among it: the header speaks of that. */
export function blindSpots(
	collections: readonly Collection[],
	usage: UsageTable,
	logsForbidden: string | undefined,
): readonly BlindSpot[] {
	const spots: BlindSpot[] = [];
	for (const {kind, state} of collections) {
		if (state.phase !== 'waiting') continue;
		const what = kindById(kind)?.title ?? kind;
		const {because} = state;
		if (because.kind === 'forbidden')
			spots.push({what, permission: because.permission ?? `list ${what}`, because: 'forbidden'});
		else if (because.kind === 'missing') spots.push({what, permission: '', because: 'not served by this cluster'});
	}
	if (logsForbidden !== undefined) spots.push({what: 'logs', permission: logsForbidden, because: 'forbidden'});
	if (usage.state.phase === 'forbidden')
		spots.push({what: 'usage', permission: usage.state.permission, because: 'forbidden'});
	if (usage.state.phase === 'missing') spots.push({what: 'usage', permission: '', because: 'no metrics API'});
	return spots.toSorted((a, b) => (a.what < b.what ? -1 : 1));
}
