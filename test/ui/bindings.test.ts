import {expect, test} from 'vitest';
import {createKeymap} from '../../src/keymap/keymap.ts';
import {parseChord} from '../../src/keymap/chord.ts';
import {BINDINGS} from '../../src/ui/bindings.ts';
import {commands} from '../../src/ui/commands/commands.ts';

test('no key means two things in one view, and all are written in their canonical form', () => {
	expect(createKeymap(BINDINGS).conflicts()).toEqual([]);
	for (const {chords} of BINDINGS) for (const chord of chords) expect(parseChord(chord)).toEqual({chord});
});

test('every command has a key', () => {
	expect(Object.keys(commands).toSorted()).toEqual([...new Set(BINDINGS.map(({id}) => id))].toSorted());
});
