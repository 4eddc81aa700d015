import {describe, expect, test} from 'vitest';
import {flip, sortBy, stepSort} from '../../../src/ui/table/sort.ts';

const name = {id: 'name'};
const ready = {id: 'ready', align: 'right'} as const;
const cpu = {id: 'cpu', align: 'right'} as const;
const age = {id: 'age', align: 'right'} as const;

describe('a sort key', () => {
	test.each([
		['texts begin with the least', undefined, name, {column: 'name', descending: false}],
		['numbers with the greatest', undefined, cpu, {column: 'cpu', descending: true}],
		['ages with the youngest', undefined, age, {column: 'age', descending: false}],
		['readiness with the least ready', undefined, ready, {column: 'ready', descending: false}],
		['again flips', {column: 'cpu', descending: true}, cpu, {column: 'cpu', descending: false}],
		['and again', {column: 'cpu', descending: false}, cpu, {column: 'cpu', descending: true}],
		['another column starts anew', {column: 'cpu', descending: false}, name, {column: 'name', descending: false}],
	])('%s', (_, current, column, sort) => {
		expect(sortBy(current, column)).toEqual(sort);
	});
});

describe('stepping through the columns', () => {
	test.each([
		['from none to the right is the first', undefined, 1, {column: 'name', descending: false}],
		['from none to the left is the last', undefined, -1, {column: 'age', descending: false}],
		['to the right', {column: 'name', descending: true}, 1, {column: 'cpu', descending: true}],
		['to the left', {column: 'cpu', descending: true}, -1, {column: 'name', descending: false}],
		['stays at the end', {column: 'age', descending: true}, 1, {column: 'age', descending: true}],
		[
			'from a column that is not shown is the first',
			{column: 'ip', descending: true},
			1,
			{column: 'name', descending: false},
		],
	] as const)('%s', (_, current, by, sort) => {
		expect(stepSort(current, [name, cpu, age], by)).toEqual(sort);
	});

	test('without columns nothing changes', () => {
		expect(stepSort(undefined, [], 1)).toBeUndefined();
	});
});

test('flipping keeps the column', () => {
	expect(flip({column: 'name', descending: false})).toEqual({column: 'name', descending: true});
});
