import {describe, expect, test} from 'vitest';
import {
	INITIAL_TABLE,
	reduceTable,
	selectedUid,
	type Rows,
	type TableEvent,
	type TableState,
} from '../../../src/ui/table/state.ts';

function rowsOf(names: string, hidden = ''): Rows {
	return {
		length: () => names.length,
		uidAt: index => names[index],
		indexOf: uid => names.indexOf(uid),
		has: uid => (names + hidden).includes(uid),
	};
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

function moves(...names: readonly Extract<TableEvent, {type: 'move'}>['move'][]): readonly TableEvent[] {
	return names.map(move => ({type: 'move', move}));
}

function run(state: TableState, events: readonly TableEvent[], names: string): TableState {
	return events.reduce((now, event) => reduceTable(now, event, rowsOf(names)), state);
}

const start: TableState = {...INITIAL_TABLE, height: 5};

describe('moving among 26 rows, 5 of them in sight', () => {
	test.each([
		['nothing yet', moves(), 'a', 0],
		['down', moves('down', 'down'), 'c', 0],
		['up at the top stays', moves('up'), 'a', 0],
		['down beyond the screen scrolls by one', moves('down', 'down', 'down', 'down', 'down'), 'f', 1],
		['up inside the screen does not scroll', moves('page-down', 'down', 'up'), 'f', 5],
		['a page', moves('page-down'), 'f', 5],
		['a page keeps the place on the screen', moves('down', 'page-down'), 'g', 5],
		['a page up', moves('page-down', 'page-down', 'page-up'), 'f', 5],
		['a page up at the top', moves('down', 'page-up'), 'a', 0],
		['half a page', moves('half-down'), 'c', 2],
		['half a page up', moves('last', 'half-up'), 'x', 19],
		['the last', moves('last'), 'z', 21],
		['pages end at the last', moves('last', 'page-down', 'down'), 'z', 21],
		['the first', moves('last', 'first'), 'a', 0],
		['to an object', [{type: 'go', uid: 'm'}], 'm', 8],
		['to an object that is not there', [...moves('down'), {type: 'go', uid: '?'}], 'b', 0],
	] satisfies [string, readonly TableEvent[], string, number][])('%s', (_, events, uid, top) => {
		const state = run(start, events, alphabet);
		expect([selectedUid(state, rowsOf(alphabet)), state.top]).toEqual([uid, top]);
	});

	test('what changes nothing gives the same state', () => {
		const state = run(start, moves('down', 'up'), alphabet);
		for (const event of [
			...moves('up', 'first'),
			{type: 'rows'},
			{type: 'resize', height: 5},
		] satisfies TableEvent[]) {
			expect(reduceTable(state, event, rowsOf(alphabet))).toBe(state);
		}
	});
});

describe('rows come and go under the cursor', () => {
	test.each([
		['until the user moves it is the first row, whichever', start, 'xabc', 'x', 0],
		['then it stays with its object', run(start, moves('down'), 'abc'), 'xyabc', 'b', 0],
		['and is kept in sight', run(start, moves('down'), 'abc'), 'uvwxyabc', 'b', 3],
		[
			'scrolled: its line on the screen stays',
			run(start, moves('page-down', 'down'), alphabet),
			`123${alphabet}`,
			'g',
			8,
		],
		[
			'scrolled: also when rows above vanish',
			run(start, moves('page-down', 'down'), alphabet),
			alphabet.slice(3),
			'g',
			2,
		],
		['its object vanishes: the next one at the same place', run(start, moves('down'), 'abc'), 'ac', 'c', 0],
		['the last vanishes: the one before', run(start, moves('last'), 'abc'), 'ab', 'b', 0],
		['the end of a long list vanishes', run(start, moves('last'), alphabet), 'abcdefg', 'g', 2],
		['all vanish', run(start, moves('down'), 'abc'), '', undefined, 0],
		[
			'sorted anew it goes where its object goes',
			run(start, moves('down'), alphabet),
			[...alphabet].toReversed().join(''),
			'b',
			21,
		],
	] satisfies [string, TableState, string, string | undefined, number][])('%s', (_, before, names, uid, top) => {
		const state = reduceTable(before, {type: 'rows'}, rowsOf(names));
		expect([selectedUid(state, rowsOf(names)), state.top]).toEqual([uid, top]);
	});

	test('an empty table gives the cursor back when its object comes back', () => {
		const gone = reduceTable(run(start, moves('down'), 'abc'), {type: 'rows'}, rowsOf(''));
		const back = reduceTable(gone, {type: 'rows'}, rowsOf('abc'));
		expect(selectedUid(back, rowsOf('abc'))).toBe('b');
	});

	test('acting on the first row holds it', () => {
		const held = run(start, [{type: 'hold'}], 'abc');
		expect(selectedUid(reduceTable(held, {type: 'rows'}, rowsOf('xabc')), rowsOf('xabc'))).toBe('a');
	});
});

describe('another size keeps cursor and scroll', () => {
	test.each([
		['taller at the end shows more above', moves('last'), 10, 'z', 16],
		['shorter keeps the cursor in sight', moves('page-down', 'down', 'down', 'down'), 2, 'i', 7],
		['one row', moves('down', 'down'), 1, 'c', 2],
		['none', moves('down', 'down'), 0, 'c', 2],
		['all fit', moves('last'), 40, 'z', 0],
	] satisfies [string, readonly TableEvent[], number, string, number][])('%s', (_, events, height, uid, top) => {
		const state = run(start, [...events, {type: 'resize', height}], alphabet);
		expect([selectedUid(state, rowsOf(alphabet)), state.top]).toEqual([uid, top]);
	});
});

describe('marks', () => {
	const marks = (events: readonly TableEvent[]): string =>
		[...run(start, events, alphabet).marked].toSorted().join('');
	test.each([
		['one', [{type: 'mark'}], 'a'],
		['and off again', [{type: 'mark'}, {type: 'mark'}], ''],
		['two', [{type: 'mark'}, ...moves('down', 'down'), {type: 'mark'}], 'ac'],
		['a range', [...moves('down'), {type: 'mark'}, ...moves('down', 'down'), {type: 'mark-range'}], 'bcd'],
		['a range upwards', [...moves('down', 'down'), {type: 'mark'}, ...moves('first'), {type: 'mark-range'}], 'abc'],
		['a range without a beginning', [...moves('down'), {type: 'mark-range'}], 'b'],
		['cleared', [{type: 'mark'}, {type: 'clear-marks'}], ''],
	] satisfies [string, readonly TableEvent[], string][])('%s', (_, events, marked) => {
		expect(marks(events)).toBe(marked);
	});

	test('what is gone loses its mark, what is filtered out keeps it', () => {
		const state = run(
			start,
			[{type: 'mark'}, ...moves('down'), {type: 'mark'}, ...moves('down'), {type: 'mark'}],
			'abc',
		);
		expect([...reduceTable(state, {type: 'rows'}, rowsOf('c', 'b')).marked]).toEqual(['b', 'c']);
	});

	test('in an empty table there is nothing to mark', () => {
		expect(reduceTable(start, {type: 'mark'}, rowsOf(''))).toBe(start);
		expect([...reduceTable(start, {type: 'mark-range'}, rowsOf('')).marked]).toEqual([]);
	});
});
