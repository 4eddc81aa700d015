import {conflictsOf, slotOf, type Binding, type Conflict, type Remap} from './binding.ts';
import {formatChord, type Chord} from './chord.ts';
import {applyRemap} from './remap.ts';

/** A footer's word with its key. */
export interface Hint<Id extends string = string> {
	readonly id: Id;
	readonly key: string;
	readonly hint: string;
}

export interface HelpGroup<Id extends string = string> {
	readonly group: string;
	readonly entries: readonly {readonly id: Id; readonly keys: readonly string[]; readonly title: string}[];
}

export interface Keymap<Id extends string = string> {
	/** With the user's keys in it. */
	readonly bindings: readonly Binding<Id>[];
	/** What of the user's wishes could not be. */
	readonly problems: readonly string[];
	/** What a chord does where the views `scopes` lie on each other, the innermost first. */
	commandFor(chord: Chord, scopes: readonly string[]): Id | undefined;
	/** For the footer: by rank, only what can be pressed there. */
	hints(scopes: readonly string[]): readonly Hint<Id>[];
	/** For the help: groups and commands in the order of the table, only what can be pressed there. */
	help(scopes: readonly string[]): readonly HelpGroup<Id>[];
	/** Empty for a sound table. */
	conflicts(): readonly Conflict<Id>[];
}

/** The one table of keys. Chords of `bindings` must be canonical (`parseChord`); those of `remap` may be as people write them. */
export function createKeymap<Id extends string>(table: readonly Binding<Id>[], remap: Remap = {}): Keymap<Id> {
	const {bindings, problems} = applyRemap(table, remap);
	const slots = new Map<string, Id>();
	for (const {id, chords, scope} of bindings) {
		for (const view of scope) for (const chord of chords) slots.set(slotOf(view, chord), id);
	}
	const commandFor = (chord: Chord, scopes: readonly string[]): Id | undefined => {
		for (const scope of scopes) {
			const id = slots.get(slotOf(scope, chord));
			if (id !== undefined) return id;
		}
		return undefined;
	};
	/** Bindings that hold there, each with the chords that no inner view has taken from it. */
	const live = (scopes: readonly string[]): readonly Binding<Id>[] =>
		bindings
			.filter(({scope}) => scope.some(view => scopes.includes(view)))
			.map(binding => ({
				...binding,
				chords: binding.chords.filter(chord => commandFor(chord, scopes) === binding.id),
			}))
			.filter(({chords}) => chords.length > 0);
	return {
		bindings,
		problems,
		commandFor,
		hints: scopes => hintsOf(live(scopes)),
		help: scopes => groupsOf(live(scopes)),
		conflicts: () => conflictsOf(bindings),
	};
}

function hintsOf<Id extends string>(bindings: readonly Binding<Id>[]): readonly Hint<Id>[] {
	// `|| 0`: two without a rank differ by Infinity - Infinity.
	return bindings
		.toSorted((a, b) => (a.hintRank ?? Infinity) - (b.hintRank ?? Infinity) || 0)
		.flatMap(({id, chords, hint}) => {
			const [chord] = chords;
			return hint === undefined || chord === undefined ? [] : [{id, key: formatChord(chord), hint}];
		});
}

function groupsOf<Id extends string>(bindings: readonly Binding<Id>[]): readonly HelpGroup<Id>[] {
	return [...Map.groupBy(bindings, ({group}) => group)].map(([group, members]) => ({
		group,
		entries: members.map(({id, chords, title}) => ({id, keys: chords.map(formatChord), title})),
	}));
}
