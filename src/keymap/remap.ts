import {nearest} from '../lib/nearest.ts';
import {conflictsOf, type Binding, type Remap} from './binding.ts';
import {formatChord, parseChord, type Chord} from './chord.ts';

/**
 * The table with the user's keys in it. What cannot be is left as it was, with a sentence each: an unknown command, a
 * chord that is none, a chord that already does something else in the same view.
 */
export function applyRemap<Id extends string>(
	bindings: readonly Binding<Id>[],
	remap: Remap,
): {readonly bindings: readonly Binding<Id>[]; readonly problems: readonly string[]} {
	const problems: string[] = [];
	const wishes = new Map<string, readonly Chord[]>();
	const ids = bindings.map(binding => binding.id);
	for (const [id, texts] of Object.entries(remap)) {
		if (ids.some(known => known === id)) wishes.set(id, chordsOf(id, texts, problems));
		else problems.push(unknown(id, ids));
	}
	return {bindings: settle(bindings, wishes, problems), problems};
}

function unknown(id: string, ids: readonly string[]): string {
	const meant = nearest(id, ids);
	return `keys: there is no command \`${id}\`${meant === undefined ? '' : `, did you mean \`${meant}\`?`}`;
}

function chordsOf(id: string, texts: readonly string[], problems: string[]): readonly Chord[] {
	const chords: Chord[] = [];
	for (const text of texts) {
		const parsed = parseChord(text);
		if ('chord' in parsed) chords.push(parsed.chord);
		else problems.push(`keys: ${id}: ${parsed.problem}`);
	}
	return chords;
}

/**
 * Takes back wishes until no chord is in conflict. All are tried together first, so that two commands may swap their
 * keys; each round takes back at least one, so it ends.
 */
function settle<Id extends string>(
	bindings: readonly Binding<Id>[],
	wishes: Map<string, readonly Chord[]>,
	problems: string[],
): readonly Binding<Id>[] {
	for (;;) {
		const wished = bindings.map(binding => ({...binding, chords: wishes.get(binding.id) ?? binding.chords}));
		const conflict = conflictsOf(wished).find(({ids}) => ids.some(id => wishes.has(id)));
		if (conflict === undefined) return wished;
		const [first, second] = conflict.ids;
		const [loser, winner] = wishes.has(second) ? [second, first] : [first, second];
		wishes.delete(loser);
		problems.push(
			`keys: ${loser}: \`${formatChord(conflict.chord)}\` is already ${winner}; ${loser} keeps its own keys`,
		);
	}
}
