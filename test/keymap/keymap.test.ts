import {describe, expect, test} from 'vitest';
import type {Binding} from '../../src/keymap/binding.ts';
import {createKeymap} from '../../src/keymap/keymap.ts';

const bindings = [
	{id: 'go', chords: [':'], title: 'go to', hint: 'go', hintRank: 9, group: 'Everywhere', scope: ['app']},
	{id: 'shell', chords: ['s'], title: 'shell', group: 'Object', scope: ['table', 'home']},
	{id: 'scroll', chords: ['s', 'S'], title: 'follow', hint: 'follow', group: 'Logs', scope: ['logs']},
	{
		id: 'roll-back',
		chords: ['ctrl+l', 'R'],
		title: 'roll back',
		hint: 'roll back',
		hintRank: 2,
		group: 'Object',
		scope: ['home'],
	},
	{id: 'sort-restarts', chords: ['R'], title: 'by restarts', group: 'Sort', scope: ['table']},
	{
		id: 'open',
		chords: ['enter'],
		title: 'open',
		hint: 'open',
		hintRank: 1,
		group: 'Object',
		scope: ['table', 'home'],
	},
	{id: 'outer-s', chords: ['S'], title: 'save', hint: 'save', hintRank: 3, group: 'Everywhere', scope: ['app']},
] as const satisfies readonly Binding[];

describe('a chord means what the innermost view says', () => {
	const keymap = createKeymap(bindings);
	test.each([
		['s', ['table', 'app'], 'shell'],
		['s', ['logs', 'app'], 'scroll'],
		['R', ['home', 'app'], 'roll-back'],
		['R', ['table', 'app'], 'sort-restarts'],
		[':', ['logs', 'app'], 'go'],
		['S', ['table', 'app'], 'outer-s'],
		['S', ['logs', 'app'], 'scroll'],
		['s', ['app'], undefined],
		['x', ['table', 'app'], undefined],
		['enter', [], undefined],
	])('%s in %j', (chord, scopes, id) => {
		expect(keymap.commandFor(chord, scopes)).toBe(id);
	});

	test('the footer goes by rank and leaves out what an inner view has taken', () => {
		expect(keymap.hints(['home', 'app'])).toEqual([
			{id: 'open', key: 'enter', hint: 'open'},
			{id: 'roll-back', key: 'ctrl-l', hint: 'roll back'},
			{id: 'outer-s', key: 'S', hint: 'save'},
			{id: 'go', key: ':', hint: 'go'},
		]);
		expect(keymap.hints(['logs', 'app']).map(({id}) => id)).toEqual(['go', 'scroll']);
	});

	test('the help is grouped in the order of the table', () => {
		expect(keymap.help(['home', 'app'])).toEqual([
			{
				group: 'Everywhere',
				entries: [
					{id: 'go', keys: [':'], title: 'go to'},
					{id: 'outer-s', keys: ['S'], title: 'save'},
				],
			},
			{
				group: 'Object',
				entries: [
					{id: 'shell', keys: ['s'], title: 'shell'},
					{id: 'roll-back', keys: ['ctrl-l', 'R'], title: 'roll back'},
					{id: 'open', keys: ['enter'], title: 'open'},
				],
			},
		]);
	});
});

describe('conflicts', () => {
	test('a sound table has none: views that lie on each other may share a chord', () => {
		expect(createKeymap(bindings).conflicts()).toEqual([]);
	});

	test('two commands with one chord in one view are told', () => {
		const twice: Binding = {id: 'scale', chords: ['s'], title: 'scale', group: 'Object', scope: ['table']};
		expect(createKeymap<string>([...bindings, twice]).conflicts()).toEqual([
			{chord: 's', scope: 'table', ids: ['shell', 'scale']},
		]);
	});
});

describe('the user may move keys', () => {
	test.each([
		['to another chord, as people write it', {shell: ['Ctrl-O']}, {shell: ['ctrl+o']}, []],
		['away', {shell: []}, {shell: []}, []],
		['two at once that swap', {open: ['s'], shell: ['enter']}, {open: ['s'], shell: ['enter']}, []],
		[
			'not onto a taken one',
			{open: ['s']},
			{open: ['enter'], shell: ['s']},
			['keys: open: `s` is already shell; open keeps its own keys'],
		],
		[
			'not onto one that a refused wish keeps',
			{open: ['s'], shell: ['x'], 'sort-restarts': ['s', 'enter']},
			{open: ['enter'], shell: ['x'], 'sort-restarts': ['R']},
			[
				'keys: open: `s` is already sort-restarts; open keeps its own keys',
				'keys: sort-restarts: `enter` is already open; sort-restarts keeps its own keys',
			],
		],
		['not under an unknown name', {shel: ['x']}, {}, ['keys: there is no command `shel`, did you mean `shell`?']],
		['not under nonsense', {qwertz: ['x']}, {}, ['keys: there is no command `qwertz`']],
		['not under an inherited name', {constructor: ['x']}, {}, ['keys: there is no command `constructor`']],
		[
			'the good chords of a list count, the bad ones are told',
			{shell: ['bogus', 'o']},
			{shell: ['o']},
			['keys: shell: `bogus` is no key: write it like ctrl+l, shift+tab, A or space'],
		],
	])('%s', (_, remap, chords, problems) => {
		const keymap = createKeymap<string>(bindings, remap);
		const byId = new Map(keymap.bindings.map(binding => [binding.id, binding.chords]));
		for (const [id, expected] of Object.entries(chords)) expect(byId.get(id)).toEqual(expected);
		expect(keymap.problems).toEqual(problems);
		expect(keymap.conflicts()).toEqual([]);
	});
});
