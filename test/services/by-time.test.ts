import {describe, expect, test} from 'vitest';
import {createByTime, newestOf} from '../../src/services/by-time.ts';

const at = (time: number, name = '') => ({at: time, name});

describe('things in the order of time', () => {
	test('come in any order, and those of one moment stay as they came', () => {
		const list = createByTime<{at: number; name: string}>(10);
		for (const item of [at(3), at(1, 'a'), at(2), at(1, 'b')]) list.put(item);
		expect(list.items).toEqual([at(1, 'a'), at(1, 'b'), at(2), at(3)]);
	});

	test('are bounded: the oldest goes, even when it has just come', () => {
		const list = createByTime(2);
		list.put(at(2));
		list.put(at(3));
		expect(list.put(at(4))).toEqual(at(2));
		expect(list.put(at(1))).toEqual(at(1));
		expect(list.items).toEqual([at(3), at(4)]);
	});

	test('are taken away or replaced one by one, also among others of that moment', () => {
		const list = createByTime<{at: number; name: string}>(10);
		const [a, b, c] = [at(1, 'a'), at(1, 'b'), at(1, 'c')];
		for (const item of [a, b, c]) list.put(item);
		list.remove(b);
		list.replace(a, at(1, 'A'));
		list.remove(at(1, 'c'));
		expect(list.items).toEqual([at(1, 'A'), c]);
	});
});

test('the newest of several lists come from all of them, as many as are wanted', () => {
	const lists = [[at(1), at(5)], [at(2), at(3), at(6)], []];
	expect(newestOf(lists, () => true, 10).map(item => item.at)).toEqual([6, 5, 3, 2, 1]);
	expect(newestOf(lists, item => item.at % 2 === 1, 2).map(item => item.at)).toEqual([5, 3]);
});
