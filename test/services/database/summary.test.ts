import {expect, test} from 'vitest';
import {sourceOf} from '../../../src/services/budget/source.ts';
import {connectionSummary} from '../../../src/services/database/summary.ts';
import {allowance, busyDatabase, database, share, sourced, user} from '../../support/databases.ts';

test('what is held counts before what may be', () => {
	expect(connectionSummary(busyDatabase())).toEqual({
		used: 87,
		isPartial: false,
		usable: 97,
		wanted: 190,
		isOver: true,
		source: 'measured',
		because: '',
	});
});

test('without metrics the pools tell, as surely as the least sure of their numbers', () => {
	const because = 'no right to get pods/proxy in shop';
	const assumed = share({podsAtMost: undefined, pods: 2, overflow: sourced(10, 'assumed')});
	expect(connectionSummary(database([user(assumed)], {because}))).toMatchObject({
		used: undefined,
		wanted: 50,
		isOver: false,
		source: 'assumed',
		because,
	});
});

test('a server that tells no limit is never over it', () => {
	expect(connectionSummary(database([user(share())], {allowance: undefined}))).toMatchObject({
		usable: undefined,
		wanted: 125,
		isOver: false,
	});
});

test('where nothing tells how large a pool is, nothing is wanted; of no server there is nothing to say', () => {
	expect(connectionSummary(database([user(undefined)], {allowance}))?.wanted).toBeUndefined();
	expect(connectionSummary(undefined)).toBeUndefined();
});

test('an overflow of none makes no sum less sure', () => {
	expect(sourceOf([share()])).toBe('declared');
	expect(sourceOf([share({overflow: sourced(0, 'assumed')})])).toBe('declared');
	expect(sourceOf([share(), share({workers: sourced(1, 'assumed')})])).toBe('assumed');
	expect(sourceOf([])).toBe('measured');
});
