import {expect, test} from 'vitest';
import {createLogBook, type LogBook} from '../../src/store/log-book.ts';
import {createSeededRandom} from '../support/random.ts';
import {logRecord} from '../support/log-records.ts';

const seqsOf = ({lines}: LogBook): readonly number[] => lines.map(({seq}) => seq);
const at = (seq: number, time: number): ReturnType<typeof logRecord> => logRecord(seq, `line ${seq}`, {at: time});

test('lines are in the order of time, and those of one time as they came', () => {
	const book = createLogBook();
	book.add([at(1, 100), at(2, 300), at(3, 300)]);
	book.add([at(5, 300), at(4, 200), at(6, 50)]);
	expect(seqsOf(book)).toEqual([6, 1, 4, 2, 3, 5]);
});

test('the oldest are let go beyond the limit, and counted: those of a batch that never fit too', () => {
	const book = createLogBook(3);
	book.add([at(1, 1), at(2, 2)]);
	expect([book.dropped, book.version]).toEqual([0, 1]);
	book.add([at(3, 3), at(4, 4)]);
	expect([seqsOf(book), book.dropped]).toEqual([[2, 3, 4], 1]);
	book.add([at(5, 9), at(6, 8), at(7, 7), at(8, 6), at(9, 5)]);
	expect([seqsOf(book), book.dropped]).toEqual([[7, 6, 5], 6]);
	book.add([at(10, 0)]);
	expect([seqsOf(book), book.dropped, book.version]).toEqual([[7, 6, 5], 7, 4]);
	book.add([]);
	expect(book.version).toBe(4);
});

test('whatever comes in whatever order, the book holds the newest in order', () => {
	const random = createSeededRandom(7);
	const book = createLogBook(100);
	const all: ReturnType<typeof logRecord>[] = [];
	for (let round = 0, next = 0; round < 200; round++) {
		const batch = Array.from({length: Math.floor(random() * 12)}, () => at(next++, Math.floor(random() * 500)));
		all.push(...batch);
		book.add(batch);
		const newest = all.toSorted((a, b) => a.at - b.at || a.seq - b.seq).slice(-100);
		expect([seqsOf(book), book.dropped]).toEqual([newest.map(({seq}) => seq), all.length - newest.length]);
	}
});

test('a history that is older than all comes in steps that cost its length, not the square of it', () => {
	const [lines, batch] = [20_000, 200];
	const compared = {count: 0};
	const counting = (seq: number, time: number): ReturnType<typeof logRecord> =>
		Object.defineProperty(at(seq, time), 'at', {
			get: () => {
				compared.count += 1;
				return time;
			},
		});
	const book = createLogBook();
	book.add(Array.from({length: lines}, (_, index) => counting(index, 1_000_000 + index)));
	compared.count = 0;
	book.add(Array.from({length: batch}, (_, index) => counting(lines + index, index)));
	expect(seqsOf(book).slice(0, 2)).toEqual([lines, lines + 1]);
	expect(compared.count).toBeLessThan(4 * (lines + batch));
});
