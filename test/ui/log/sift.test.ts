import {describe, expect, test} from 'vitest';
import type {LogRecord} from '../../../src/model/log.ts';
import {createLogBook} from '../../../src/store/log-book.ts';
import {isRule} from '../../../src/ui/log/entry.ts';
import {parseLogFilter} from '../../../src/ui/log/filter.ts';
import {createHeads, type Heads} from '../../../src/ui/log/heads.ts';
import {createSift, type Sift} from '../../../src/ui/log/sift.ts';
import {createSight} from '../../../src/ui/log/sight.ts';
import {createSeededRandom} from '../../support/random.ts';
import {logRecord, traceback} from '../../support/log-records.ts';

interface Log {
	readonly heads: Heads;
	readonly sift: Sift;
	/** Returns how many of the lines are shown. */
	come(...records: readonly LogRecord[]): number;
	filter(text: string): void;
	/** Until all has been looked at. */
	finish(): void;
	shown(): readonly string[];
}

function open(limit?: number, elapsedMs: () => number = () => 0): Log {
	const book = createLogBook(limit);
	const heads = createHeads();
	const sift = createSift(heads, elapsedMs);
	return {
		heads,
		sift,
		come(...records) {
			book.add(records);
			const news = heads.take(book);
			return news === undefined ? 0 : sift.take(news);
		},
		filter: text => sift.setFilter(parseLogFilter(text, () => undefined)),
		finish() {
			while (sift.busy) sift.work();
		},
		shown: () => textsOf(sift.shown),
	};
}

const textsOf = (entries: Heads['entries']): readonly string[] =>
	entries.map(entry => (isRule(entry) ? entry.rule : entry.text));
const numbered = (count: number, from = 0): readonly LogRecord[] =>
	Array.from({length: count}, (_, index) => logRecord(from + index, `line ${from + index}`));

test('the newest are there after the first slice, and the rest after the others', () => {
	const log = open();
	log.come(...numbered(40_000));
	log.filter('line');
	expect(log.shown()).toEqual([]);
	log.sift.work();
	expect([log.sift.busy, log.shown().at(-1), log.shown().length]).toEqual([true, 'line 39999', 8192]);
	log.finish();
	expect([log.shown().length, log.shown()[0], log.shown()[39_999]]).toEqual([40_000, 'line 0', 'line 39999']);
});

test('a slice ends when its time is over', () => {
	let now = 0;
	const log = open(undefined, () => (now += 1));
	log.come(...numbered(100));
	log.filter('line');
	log.sift.work();
	expect(log.shown()).toEqual(numbered(8, 92).map(({text}) => text));
});

test('what comes is looked at once, wherever it belongs, also while the rest is looked at', () => {
	const log = open();
	log.come(...numbered(20_000, 100));
	log.filter('line \\d*7$');
	log.sift.work();
	expect(log.come(logRecord(30_007, 'line 30007'), logRecord(30_008, 'line 30008'))).toBe(1);
	expect(log.come(logRecord(30_009, 'line 07', {at: 0}))).toBe(1);
	log.finish();
	const expected = numbered(20_000, 100)
		.map(({text}) => text)
		.filter(text => text.endsWith('7'));
	expect(log.shown()).toEqual(['line 07', ...expected, 'line 30007']);
});

test('what the book lets go is shown no more, whether it was looked at or not', () => {
	const log = open(10_000);
	log.come(...numbered(10_000));
	log.filter('line');
	log.sift.work();
	log.come(...numbered(9000, 10_000));
	expect([log.shown()[0], log.shown().length]).toEqual(['line 9000', 10_000]);
	log.finish();
	expect([log.shown()[0], log.shown().length, log.heads.lines]).toEqual(['line 9000', 10_000, 10_000]);
});

test('a longer word is searched in what was found, also when not all has been', () => {
	const log = open();
	log.come(...numbered(20_000));
	log.filter('line 1');
	log.sift.work();
	log.filter('line 19');
	expect(log.sift.busy).toBe(true);
	log.finish();
	const expected = numbered(20_000)
		.map(({text}) => text)
		.filter(text => text.startsWith('line 19'));
	expect(log.shown()).toEqual(expected);
	log.filter('line 1');
	log.finish();
	expect(log.shown()).toHaveLength(numbered(20_000).filter(({text}) => text.startsWith('line 1')).length);
	log.filter('!line 1');
	log.filter('!line 19');
	log.finish();
	expect(log.shown()).toHaveLength(20_000 - expected.length);
});

describe('a traceback', () => {
	const lines = ['Traceback (most recent call last):', '  File "a.py", line 3', 'TimeoutError: QueuePool limit'];

	test.each([
		['queuepool', true],
		['a\\.py', true],
		['traceback', true],
		['level=error queuepool', true],
		['level=warn queuepool', false],
		['!queuepool', false],
		['!refused', true],
	])('is found by any of its lines: %s', (typed, isFound) => {
		const log = open();
		log.filter(typed);
		log.come(...traceback(1, lines));
		expect(log.shown()).toEqual(isFound ? [lines[0]] : []);
		log.filter('');
		log.filter(typed);
		log.finish();
		expect(log.shown()).toEqual(isFound ? [lines[0]] : []);
		expect(log.heads.entries).toHaveLength(1);
	});

	test('is found, or hidden, by a line that comes later', () => {
		const [head, file, last] = traceback(1, lines);
		if (head === undefined || file === undefined || last === undefined) throw new Error('no traceback');
		for (const [typed, before, after] of [
			['queuepool', 0, 1],
			['!queuepool', 1, 0],
			['level=warn queuepool', 0, 0],
		] as const) {
			const log = open();
			log.filter(typed);
			log.come(head, file);
			expect(log.shown()).toHaveLength(before);
			log.come(logRecord(9, 'something else entirely', {level: 'trace'}), last);
			expect(log.shown().filter(text => text === head.text)).toHaveLength(after);
		}
	});

	test('whose first line was let go is shown no more', () => {
		const log = open(2);
		log.filter('queuepool');
		log.come(...traceback(1, lines));
		expect(log.shown()).toEqual([]);
		expect(log.heads.entries).toEqual([]);
	});
});

test('a pattern that turns out to be slow is given up for its letters', () => {
	let now = 0;
	const log = open(undefined, () => (now += 3));
	log.come(...numbered(500), logRecord(900, 'x li.*ne y'));
	log.filter('li.*ne');
	log.finish();
	expect(log.shown()).toEqual(['x li.*ne y']);
	expect(log.sift.filter.problem).toMatch(/takes too long on these lines/);
});

test('cleared, only what comes afterwards is there, whenever it was written', () => {
	const log = open();
	log.come(...numbered(10));
	log.filter('line');
	log.heads.clear();
	log.sift.restart();
	log.finish();
	expect([log.shown(), log.heads.lines]).toEqual([[], 0]);
	log.come(logRecord(20, 'line 20', {at: 0}), logRecord(21, 'other'));
	expect([log.shown(), log.heads.lines]).toEqual([['line 20'], 2]);
	log.filter('');
	expect(log.shown()).toEqual(['line 20', 'other']);
});

test('lines around what was found', () => {
	const log = open();
	log.come(...numbered(30));
	const sight = createSight(log.heads, log.sift);
	log.filter('line (5|7|20)$');
	log.finish();
	const seen = (): readonly string[] => textsOf(sight.entries()).map(text => text.replace('line ', ''));
	expect(seen()).toEqual(['5', '7', '20']);
	sight.nextContext();
	expect(seen().join(' ')).toBe('3 4 5 6 7 8 9 18 19 20 21 22');
	expect(sight.entries().filter(entry => !sight.isAround(entry))).toHaveLength(3);
	log.come(logRecord(30, 'line 20'));
	expect(seen().join(' ')).toBe('3 4 5 6 7 8 9 18 19 20 21 22 28 29 20');
	sight.nextContext();
	expect(seen()).toHaveLength(29);
	sight.nextContext();
	expect([sight.context, seen().length]).toEqual(['all', 31]);
	sight.nextContext();
	expect(seen()).toHaveLength(4);
});

test('whatever comes and is typed, the shown are those that match', () => {
	const random = createSeededRandom(11);
	const log = open(300);
	const words = ['alpha', 'beta', 'gamma'];
	let heads: LogRecord[] = [];
	for (let round = 0, seq = 0; round < 400; round++) {
		const batch = Array.from({length: Math.floor(random() * 5)}, () => {
			const head = random() < 0.4 ? heads[Math.floor(random() * heads.length)] : undefined;
			const text = `${words[Math.floor(random() * 3)]} ${words[Math.floor(random() * 3)]}`;
			const at =
				(head?.at ?? Math.floor(round * 2 + random() * 40)) +
				(head === undefined ? 0 : Math.floor(random() * 3));
			const record = logRecord(seq++, text, {at, head});
			if (head === undefined) heads = [...heads.slice(-20), record];
			return record;
		});
		if (random() < 0.2) log.filter(['', 'alpha', 'alpha b', '!gamma', 'a.*gamma'][Math.floor(random() * 5)] ?? '');
		log.come(...batch);
		if (random() < 0.7) log.finish();
		if (log.sift.busy || log.sift.filter.isEmpty) continue;
		const regex = new RegExp(log.sift.filter.source, 'i');
		const expected = log.heads.entries.filter(
			entry =>
				!isRule(entry) &&
				[entry, ...log.heads.foldsOf(entry)].some(({text}) => regex.test(text)) !== log.sift.filter.inverse,
		);
		expect(log.sift.shown).toEqual(expected);
	}
});
