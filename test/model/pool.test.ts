import {expect, test} from 'vitest';
import {capacityOf, poolChange, type PoolReading} from '../../src/model/pool.ts';

const pool: PoolReading = {
	library: 'SQLAlchemy',
	name: '',
	processes: 1,
	size: 5,
	overflowMax: 10,
	inUse: 3,
	idle: 2,
	waiting: undefined,
	waits: {bounds: [], cumulative: [], count: 4, sumMs: 100},
	waitP95Ms: undefined,
	timeouts: 7,
	opened: 20,
};

test('a pool may open its size and its overflow', () => {
	expect(capacityOf(pool)).toBe(15);
	expect(capacityOf({...pool, overflowMax: Number.POSITIVE_INFINITY})).toBe(Number.POSITIVE_INFINITY);
	expect(capacityOf({...pool, overflowMax: undefined})).toBeUndefined();
	expect(capacityOf({...pool, size: undefined})).toBeUndefined();
});

test('what happened between two scrapes', () => {
	const later = {...pool, timeouts: 9, opened: 21, waits: {bounds: [], cumulative: [], count: 6, sumMs: 700}};
	expect(poolChange(pool, later)).toEqual({
		timeouts: 2,
		opened: 1,
		waits: {bounds: [], cumulative: [], count: 2, sumMs: 600},
	});
});

test('counters that went back began anew, and those of a new process are all new', () => {
	expect(poolChange(pool, {...pool, timeouts: 1, opened: 3})).toMatchObject({timeouts: 1, opened: 3});
	expect(poolChange(undefined, pool)).toEqual({timeouts: 7, opened: 20, waits: pool.waits});
});

test('what is not counted did not happen and did not not happen', () => {
	const silent = {...pool, timeouts: undefined, opened: undefined, waits: undefined};
	expect(poolChange(pool, silent)).toEqual({timeouts: undefined, opened: undefined, waits: undefined});
});
