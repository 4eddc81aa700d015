import type {Chord} from './chord.ts';

/** One command's keys: what footer, help and README print, and what the dispatcher looks up. */
export interface Binding<Id extends string = string> {
	readonly id: Id;
	/** Canonical, the one that footer and help show first. */
	readonly chords: readonly Chord[];
	/** A few words for the help. */
	readonly title: string;
	/** The footer's word; without it the footer keeps silent about it. */
	readonly hint?: string;
	/** Lower ranks come first in the footer, the rest as the table has them. */
	readonly hintRank?: number;
	/** The help's heading. */
	readonly group: string;
	/** The views in which it holds. */
	readonly scope: readonly string[];
}

/** Keys that the user chose: chords by command id. An empty list takes the key away. */
export type Remap = Readonly<Record<string, readonly string[]>>;

export interface Conflict<Id extends string = string> {
	readonly chord: Chord;
	readonly scope: string;
	/** The two commands, in the order of the table. */
	readonly ids: readonly [Id, Id];
}

/** Chords that stand for two commands in one and the same view. An inner view may give an outer one's chord its own meaning. */
export function conflictsOf<Id extends string>(bindings: readonly Binding<Id>[]): readonly Conflict<Id>[] {
	const conflicts: Conflict<Id>[] = [];
	const taken = new Map<string, Id>();
	for (const {id, chords, scope} of bindings) {
		for (const view of scope) {
			for (const chord of new Set(chords)) {
				const slot = slotOf(view, chord);
				const other = taken.get(slot);
				if (other === undefined) taken.set(slot, id);
				else conflicts.push({chord, scope: view, ids: [other, id]});
			}
		}
	}
	return conflicts;
}

/** The key of a chord in a view; neither contains the separator. */
export function slotOf(scope: string, chord: Chord): string {
	return `${scope}\n${chord}`;
}
