import {describe, expect, test} from 'vitest';
import {type Allowance, budgetOf, fittingPool, type Share} from '../../../src/services/budget/budget.ts';
import type {Sourced} from '../../../src/services/database/contract.ts';

const declared = (value: number): Sourced => ({value, source: 'declared', from: 'DB_POOL_SIZE'});
const api: Share = {
	service: 'api',
	name: 'api',
	pods: 3,
	podsAtMost: 10,
	surge: 1,
	surgeAtMost: 1,
	workers: declared(1),
	size: declared(5),
	overflow: declared(10),
};
const postgres: Allowance = {max: declared(100), reserved: declared(3), others: undefined};

describe('the sum that the article lost its Black Friday to', () => {
	const {usable, now, atMost, withSurge, overrunAt} = budgetOf([api], postgres);

	test('is done', () => {
		expect({usable, now, atMost, withSurge}).toEqual({usable: 97, now: 45, atMost: 150, withSurge: 165});
		expect(overrunAt('api')).toBe(7);
	});

	test('of a rolling update alone', () => {
		expect(budgetOf([{...api, podsAtMost: undefined}], postgres)).toMatchObject({
			now: 45,
			atMost: undefined,
			withSurge: 60,
		});
	});

	test('with four workers and a pool of 20', () => {
		const share = {...api, workers: declared(4), size: declared(15), overflow: declared(0)};
		expect(budgetOf([share], postgres).atMost).toBe(600);
		expect(budgetOf([{...api, size: declared(20), overflow: declared(0)}], postgres).atMost).toBe(200);
	});

	test('and the pool that would fit', () => {
		expect(fittingPool(97, 5, 11, 1)).toBe(8);
		expect(fittingPool(97, 5, 0, 1)).toBe(0);
		expect(fittingPool(10, 50, 3, 1)).toBe(0);
	});
});

describe('services that share a server', () => {
	const worker = {
		...api,
		service: 'worker',
		name: 'worker',
		pods: 2,
		podsAtMost: undefined,
		size: declared(20),
		overflow: declared(0),
	};

	test('are summed, and leave less for each other', () => {
		const budget = budgetOf([api, worker], postgres);
		expect(budget).toMatchObject({now: 85, atMost: 190});
		expect(budget.overrunAt('api')).toBe(4);
		expect(budget.overrunAt('worker')).toBe(3);
		expect(budget.overrunAt('nobody')).toBeUndefined();
	});

	test('and what others take is not theirs', () => {
		expect(budgetOf([api], {...postgres, others: declared(40)})).toMatchObject({usable: 57});
		expect(budgetOf([api], {...postgres, others: declared(400)})).toMatchObject({usable: 0});
	});

	test('a server that tells nothing has no limit that one could name', () => {
		const budget = budgetOf([api], undefined);
		expect(budget.usable).toBeUndefined();
		expect(budget.overrunAt('api')).toBeUndefined();
	});
});
