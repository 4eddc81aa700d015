import {describe, expect, test} from 'vitest';
import {layoutColumns} from '../../../src/ui/table/columns.ts';

const columns = [
	{id: 'namespace', title: 'NAMESPACE', width: {min: 6, max: 20}, priority: 2},
	{id: 'name', title: 'NAME', width: {min: 16, max: 60}, priority: 1},
	{id: 'status', title: 'STATUS', width: {min: 8, max: 24}, priority: 2},
	{id: 'cpu', title: 'CPU', width: {min: 4, max: 5}, priority: 3},
	{id: 'node', title: 'NODE', width: {min: 8, max: 20}, priority: 5},
	{id: 'age', title: 'AGE', width: {min: 3, max: 6}, priority: 4},
];
const short = new Map(columns.map(({id}) => [id, 3]));
const long = new Map(columns.map(({id}) => [id, 500]));

describe('columns for a width', () => {
	test.each([
		[
			'everything, with two blanks between',
			short,
			120,
			'namespace 3+9 name 14+16 status 32+8 cpu 42+4 node 48+8 age 58+3',
		],
		['at 80 with one', short, 80, 'namespace 3+9 name 13+16 status 30+8 cpu 39+4 node 44+8 age 53+3'],
		['the least important goes first', short, 50, 'namespace 3+9 name 13+16 status 30+8 cpu 39+4 age 44+3'],
		['then the next', short, 44, 'namespace 3+9 name 13+16 status 30+8 cpu 39+4'],
		['of equals the right one, and what matters less than it', short, 35, 'namespace 3+9 name 13+16'],
		['only the name', short, 20, 'name 3+16'],
		['the name is cut', short, 17, 'name 3+14'],
		['and gets the gutter', short, 12, 'name 1+11'],
		['down to one cell for the mark', short, 1, ''],
		['nothing', short, 0, ''],
		[
			'long contents grow, whoever lacks least first',
			long,
			120,
			'namespace 3+20 name 25+32 status 59+24 cpu 85+5 node 92+20 age 114+6',
		],
		['and all fit at 200', long, 200, 'namespace 3+20 name 25+60 status 87+24 cpu 113+5 node 120+20 age 142+6'],
	])('%s: %s', (_, contents, width, places) => {
		const layout = layoutColumns(columns, contents, width);
		expect(layout.placed.map(place => `${place.column.id} ${place.x}+${place.width}`).join(' ')).toBe(places);
		expect(layout.width).toBeLessThanOrEqual(width);
	});

	test('no width is too small or too large, and none overflows', () => {
		for (let width = 0; width <= 1000; width++) {
			const {placed, width: used} = layoutColumns(columns, long, width);
			expect(used).toBeLessThanOrEqual(width);
			for (const [index, place] of placed.entries()) {
				const next = placed[index + 1];
				expect(place.width).toBeGreaterThan(0);
				expect(next === undefined || next.x > place.x + place.width).toBe(true);
			}
		}
	});
});
