import {describe, expect, test} from 'vitest';
import pod from '../../../src/kinds/entries/pod/index.ts';
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

describe('which columns there are', () => {
	const withSentence = [
		{id: 'name', title: 'NAME', width: {min: 10, max: 40}, priority: 1},
		{id: 'state', title: 'STATE', width: {min: 18, max: 60}, priority: 3, readWhole: true as const},
		{id: 'cpu', title: 'CPU', width: {min: 5, max: 7}, priority: 5},
		{id: 'memory', title: 'MEM', width: {min: 6, max: 7}, priority: 5},
		{id: 'restarts', title: 'RST 10m', width: {min: 7, max: 7}, priority: 6},
	];
	const places = (contents: Readonly<Record<string, number>>, width: number, sorted?: string): string =>
		layoutColumns(withSentence, new Map(Object.entries(contents)), width, sorted)
			.placed.map(place => `${place.column.id} ${place.width}`)
			.join(' ');

	test('does not depend on what they say', () => {
		for (let width = 1; width <= 200; width++) {
			const ids = [{}, {state: 60}, {name: 40}, {name: 40, state: 60, cpu: 7, memory: 7}].map(contents =>
				places(contents, width).replaceAll(/ \d+/g, ''),
			);
			expect(new Set(ids).size).toBe(1);
		}
	});

	test('does not depend on what they are sorted by', () => {
		for (let width = 1; width <= 200; width++) {
			const ids = [undefined, 'name', 'restarts'].map(id => places({}, width, id).replaceAll(/ \d+/g, ''));
			expect(new Set(ids).size).toBe(1);
		}
	});

	test.each([
		['a sentence keeps its room', {state: 5}, 62, 'name 10 state 18 cpu 5 memory 6'],
		['and takes it', {state: 50}, 62, 'name 10 state 35 cpu 5 memory 6'],
		['before a name grows', {state: 33, name: 40}, 64, 'name 14 state 33 cpu 5 memory 6'],
		['beyond it whoever lacks least goes first', {state: 50, name: 11}, 62, 'name 11 state 34 cpu 5 memory 6'],
		['where there is not even that, nothing else is shown', {state: 50}, 53, 'name 10 state 39'],
	])('%s', (_, contents, width, text) => {
		expect(places(contents, width)).toBe(text);
	});

	test.each([
		['where that costs no column', 120, 2],
		['not where it does', 101, 1],
		['not on a narrow screen', 90, 1],
	])('two blanks stand between them, %s', (_, width, gap) => {
		const many = Array.from({length: 10}, (_item, index) => ({
			id: `c${index}`,
			title: 'C',
			width: {min: 8, max: 8},
			priority: index,
		}));
		const [first, second] = layoutColumns(many, new Map(), width).placed;
		expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBe(gap);
	});
});

test.each([
	[60, 'name ready status restarts age'],
	[80, 'name ready status restarts cpu memory memoryShare age'],
	[120, 'name ready status restarts allRestarts lastExit cpu cpuShare memory memoryShare node age'],
])('pods at %i columns', (width, ids) => {
	const narrow = pod.columns.filter(({id, wide}) => wide !== true && id !== 'namespace');
	const {placed} = layoutColumns(narrow, new Map([['status', 22]]), width);
	expect(placed.map(({column: {id}}) => id).join(' ')).toBe(ids);
});
