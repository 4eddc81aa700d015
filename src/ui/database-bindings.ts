import type {Binding} from '../keymap/binding.ts';

/** Keys of the page of a database, where numbers are tried; part of the one table in `bindings.ts`. Nothing on the cluster follows them. */
export const DATABASE_BINDINGS = [
	{
		id: 'what-if-more',
		chords: ['+'],
		title: 'what if: one more of the chosen number; the cluster stays as it is',
		hint: 'what if more',
		hintRank: 4,
		group: 'Database',
		scope: ['database'],
	},
	{
		id: 'what-if-less',
		chords: ['-'],
		title: 'what if: one less of it',
		hint: 'less',
		hintRank: 4,
		group: 'Database',
		scope: ['database'],
	},
	{
		id: 'what-if-right',
		chords: ['right'],
		title: 'choose the next number: pods, pool, overflow, workers',
		group: 'Database',
		scope: ['database'],
	},
	{
		id: 'what-if-left',
		chords: ['left'],
		title: 'choose the number before',
		group: 'Database',
		scope: ['database'],
	},
	{id: 'what-if-reset', chords: ['='], title: 'all numbers as they are', group: 'Database', scope: ['database']},
] as const satisfies readonly Binding[];
