import type {Binding} from '../keymap/binding.ts';

/** Keys of the panes in which a text is read; part of the one table in `bindings.ts`. */
export const TEXT_BINDINGS = [
	{
		id: 'search-text',
		chords: ['/'],
		title: 'search: a regex ignoring case',
		hint: 'search',
		hintRank: 2,
		group: 'Text',
		scope: ['document'],
	},
	{id: 'next-match', chords: ['n'], title: 'the next match', group: 'Text', scope: ['document']},
	{id: 'previous-match', chords: ['N'], title: 'the match before', group: 'Text', scope: ['document']},
	{
		id: 'fold',
		chords: ['enter', 'space'],
		title: 'open the object of the line; else open or close what is below',
		hint: 'open',
		hintRank: 1,
		group: 'Text',
		scope: ['document'],
	},
	{
		id: 'wrap',
		chords: ['w'],
		title: 'wrap long lines, or cut them',
		hint: 'wrap',
		hintRank: 6,
		group: 'Text',
		scope: ['document'],
	},
	{
		id: 'copy',
		chords: ['c'],
		title: 'copy the line under the cursor, with what is below it',
		hint: 'copy',
		hintRank: 7,
		group: 'Text',
		scope: ['document'],
	},
	{id: 'copy-all', chords: ['C'], title: 'copy all of it', group: 'Text', scope: ['document']},
	{
		id: 'save',
		chords: ['ctrl+s'],
		title: 'save it to a file',
		hint: 'save',
		hintRank: 8,
		group: 'Text',
		scope: ['document'],
	},
] as const satisfies readonly Binding[];
