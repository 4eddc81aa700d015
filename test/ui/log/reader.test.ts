import {describe, expect, test} from 'vitest';
import {mergeByTime} from '../../../src/store/by-time.ts';
import {type Entry, isRule} from '../../../src/ui/log/entry.ts';
import {createReader, type Reader} from '../../../src/ui/log/reader.ts';
import {NOON} from '../../support/rows.ts';
import {logRecord} from '../../support/log-records.ts';

const numbered = (count: number, from = 0): readonly Entry[] =>
	Array.from({length: count}, (_, index) => logRecord(from + index, `${from + index}`));
const textOf = (entry: Entry): string => (isRule(entry) ? entry.rule : entry.text);
const seen = (reader: Reader): string =>
	reader
		.seen()
		.map(({entry, isCurrent}) => (isCurrent ? `[${textOf(entry)}]` : textOf(entry)))
		.join(' ');

/** Ten rows. */
function open(entries: readonly Entry[]): {
	readonly reader: Reader;
	readonly list: Entry[];
	come(...more: readonly Entry[]): void;
} {
	const list = [...entries];
	const reader = createReader(() => 1);
	reader.resize(10);
	reader.take(list);
	return {
		reader,
		list,
		come(...more) {
			mergeByTime(list, more);
			reader.take(list);
		},
	};
}

test('the end stays in sight until one moves up, and again from the end on', () => {
	const {reader, come} = open(numbered(20));
	expect([reader.following, seen(reader)]).toEqual([true, '10 11 12 13 14 15 16 17 18 [19]']);
	come(...numbered(5, 20));
	expect(seen(reader)).toBe('15 16 17 18 19 20 21 22 23 [24]');
	reader.move('up');
	come(...numbered(100, 25));
	expect([reader.following, seen(reader)]).toEqual([false, '15 16 17 18 19 20 21 22 [23] 24']);
	reader.move('last');
	come(...numbered(1, 125));
	expect([reader.following, seen(reader)]).toEqual([true, '116 117 118 119 120 121 122 123 124 [125]']);
	reader.move('page-up');
	reader.move('page-down');
	expect(reader.following).toBe(false);
	reader.move('page-down');
	expect(reader.following).toBe(true);
});

describe('what is read does not move', () => {
	test('when lines are put in above and below, or let go', () => {
		const {reader, list, come} = open(numbered(40));
		for (let step = 0; step < 12; step++) reader.move('up');
		const before = seen(reader);
		expect(before).toMatch(/\[27\]/);
		come(logRecord(100, 'a', {at: NOON + 3}), logRecord(101, 'b', {at: NOON + 50}));
		expect(seen(reader)).toBe(before);
		list.splice(0, 20);
		reader.take(list);
		expect(seen(reader)).toBe(before);
		come(logRecord(102, 'c', {at: NOON + 26.5}));
		expect(seen(reader)).toMatch(/26 c \[27\] 28/);
	});

	test('when it is let go itself, the oldest that is left is read', () => {
		const {reader, list} = open(numbered(40));
		reader.move('first');
		list.splice(0, 30);
		reader.take(list);
		expect(seen(reader)).toBe('[30] 31 32 33 34 35 36 37 38 39');
		expect(reader.following).toBe(false);
	});

	test('by a filter that hides it for a while', () => {
		const {reader, list} = open(numbered(40));
		for (let step = 0; step < 12; step++) reader.move('up');
		const before = seen(reader);
		reader.take(list.filter(entry => textOf(entry).endsWith('5')));
		expect(seen(reader)).toBe('5 15 [25] 35');
		reader.take([]);
		expect(seen(reader)).toBe('');
		reader.take(list);
		expect(seen(reader)).toBe(before);
	});

	test('by another size of the screen', () => {
		const {reader} = open(numbered(40));
		for (let step = 0; step < 20; step++) reader.move('up');
		for (const height of [3, 1, 30, 10]) {
			reader.resize(height);
			expect(seen(reader)).toMatch(/\[19\]/);
		}
	});
});

test('one can stay without a move, at a time that is not there yet, and at the beginning of what comes', () => {
	const {reader, come} = open(numbered(20));
	reader.hold();
	come(...numbered(20, 20));
	expect([reader.following, seen(reader)]).toEqual([false, '10 11 12 13 14 15 16 17 18 [19]']);
	reader.stand({at: NOON + 55, seq: Number.MAX_SAFE_INTEGER});
	expect(reader.current).toMatchObject({text: '39'});
	come(...numbered(60, 40));
	expect(reader.current).toMatchObject({text: '55'});
	reader.stand({at: -Infinity, seq: 0});
	come(logRecord(500, 'first', {at: 0}));
	expect(seen(reader)).toMatch(/^\[first\] 0 1/);
	reader.follow();
	expect(reader.current).toMatchObject({text: '99'});
});

test('lines of several rows are read row by row', () => {
	const reader = createReader(entry => (textOf(entry) === '2' ? 8 : 1));
	reader.resize(5);
	reader.take(numbered(4));
	expect(reader.seen().map(({entry, skip}) => [textOf(entry), skip])).toEqual([
		['2', 4],
		['3', 0],
	]);
	reader.move('first');
	expect(reader.seen().map(({entry}) => textOf(entry))).toEqual(['0', '1', '2']);
	for (let step = 0; step < 5; step++) reader.move('down');
	expect(reader.seen()).toMatchObject([{skip: 3, isCurrent: true}]);
	reader.take([...numbered(9), logRecord(1, 'above', {at: NOON - 5})].toSorted((a, b) => a.at - b.at));
	expect(reader.seen()).toMatchObject([{skip: 3, isCurrent: true, entry: {text: '2'}}]);
});

test('nothing is there at first', () => {
	const {reader, come} = open([]);
	for (const move of ['up', 'down', 'first', 'last', 'page-up', 'page-down', 'half-up', 'half-down'] as const)
		reader.move(move);
	expect([reader.current, seen(reader)]).toEqual([undefined, '']);
	come(...numbered(3));
	expect(seen(reader)).toMatch(/0 1 /);
});
