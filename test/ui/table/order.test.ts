import {describe, expect, test} from 'vitest';
import {NO_FILTER, parseFilter} from '../../../src/ui/filter/filter.ts';
import type {Arrangement} from '../../../src/ui/table/entry.ts';
import {createOrder, type Order} from '../../../src/ui/table/order.ts';
import {createSeededRandom} from '../../support/random.ts';
import {facts, shape, ship, type Ship} from './tables.ts';

const plain: Arrangement = {filter: NO_FILTER, faultsOnly: false, sort: undefined};

function names(order: Order<Ship>): readonly (string | undefined)[] {
	return Array.from({length: order.length()}, (_, index) => order.rowAt(index)?.name);
}

const fleet = [
	ship('db-10', {namespace: 'b', createdAt: 5}),
	ship('db-9', {namespace: 'b', createdAt: 4, labels: {app: 'db'}}),
	ship('api', {state: 'doomed', status: 'CrashLoop', createdAt: 3}),
	ship('web', {state: 'struggling', restarts: 2, createdAt: 2}),
	ship('mail', {state: 'struggling', restarts: 5, createdAt: 1}),
	ship('roll', {state: 'progressing', createdAt: 0}),
	ship('lost', {state: 'unknown', createdAt: 9}),
];

describe('the order of rows', () => {
	test.each<[string, Partial<Arrangement>, readonly string[]]>([
		[
			'worst first, then the column of the kind, then the name',
			{},
			['api', 'mail', 'web', 'lost', 'roll', 'db-9', 'db-10'],
		],
		[
			'by a column: the marks do not count',
			{sort: {column: 'restarts', descending: true}},
			['mail', 'web', 'api', 'db-9', 'db-10', 'lost', 'roll'],
		],
		[
			'the other way round: equals stay by name',
			{sort: {column: 'restarts', descending: false}},
			['api', 'db-9', 'db-10', 'lost', 'roll', 'web', 'mail'],
		],
		[
			'names as people count',
			{sort: {column: 'name', descending: false}},
			['api', 'db-9', 'db-10', 'lost', 'mail', 'roll', 'web'],
		],
		[
			'the youngest first',
			{sort: {column: 'age', descending: false}},
			['lost', 'db-10', 'db-9', 'api', 'web', 'mail', 'roll'],
		],
		[
			'an unknown column sorts by name',
			{sort: {column: 'nope', descending: true}},
			['api', 'db-9', 'db-10', 'lost', 'mail', 'roll', 'web'],
		],
		['faults only', {faultsOnly: true}, ['api', 'mail', 'web', 'lost']],
		['a filter sees name and status', {filter: parseFilter('^api.*crash')}, ['api']],
		['a filter sees what is not shown', {filter: parseFilter('img/web')}, ['web']],
		['but not the age', {filter: parseFilter('999s')}, []],
		['a filter of labels', {filter: parseFilter('-l app=db')}, ['db-9']],
		[
			'filter, faults and sort together',
			{filter: parseFilter('!web'), faultsOnly: true, sort: {column: 'name', descending: true}},
			['mail', 'lost', 'api'],
		],
	])('%s', (_, change, expected) => {
		const order = createOrder(shape);
		order.replace(fleet, facts);
		order.arrange({...plain, ...change}, facts);
		expect(names(order)).toEqual(expected);
		expect(order.total()).toBe(7);
		for (const {uid} of fleet) {
			const at = order.indexOf(uid);
			expect([order.has(uid), at < 0 ? uid : order.uidAt(at)]).toEqual([true, uid]);
		}
	});

	test('a table that comes in order keeps it, until the user sorts', () => {
		const order = createOrder({...shape, worstFirst: false, sortedBy: undefined});
		order.replace(fleet, facts);
		expect(names(order)).toEqual(fleet.map(({name}) => name));
		order.update([ship('new'), ship('api', {status: 'Running'})], [], facts);
		expect(names(order)).toEqual([...fleet.map(({name}) => name), 'new']);
		order.arrange({...plain, sort: {column: 'name', descending: false}}, facts);
		expect(names(order)[0]).toBe('api');
	});

	test('numbers that are none come first, and texts after numbers', () => {
		const keys: readonly (number | string)[] = [3, Number.NaN, 'x', -1, '10', '9'];
		const order = createOrder<Ship>({
			...shape,
			sortedBy: {column: 'key', descending: false},
			columns: [
				{
					id: 'key',
					title: 'KEY',
					width: {min: 1, max: 1},
					priority: 1,
					value: () => '',
					sort: ({restarts}) => keys[restarts] ?? 0,
				},
			],
		});
		order.replace(
			keys.map((_, restarts) => ship(`s${restarts}`, {restarts})),
			facts,
		);
		expect(names(order)).toEqual(['s1', 's3', 's0', 's5', 's4', 's2']);
	});
});

describe('a change moves only its row, and ends where sorting all would', () => {
	test.each([
		['one at a time', 1],
		['a few', 20],
		['so many that all are sorted', 200],
	])('%s', (_, batch) => {
		const random = createSeededRandom(batch);
		const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
		const some = (): Ship =>
			ship(`pod-${Math.floor(random() * 400)}`, {
				namespace: pick(['a', 'b']),
				state: pick(['doomed', 'struggling', 'progressing', 'healthy', 'unknown']),
				restarts: Math.floor(random() * 4),
			});
		const arrangements: readonly Arrangement[] = [
			plain,
			{...plain, faultsOnly: true},
			{...plain, filter: parseFilter('[13579] a'), sort: {column: 'name', descending: true}},
		];
		const rows = new Map<string, Ship>();
		const order = createOrder(shape);
		for (let round = 0; round < 60; round++) {
			const arrangement = arrangements[Math.floor(round / 20)] ?? plain;
			if (round % 20 === 0) order.arrange(arrangement, facts);
			const removed = [...rows.keys()].filter(() => random() < (batch / 400) * 0.3).slice(0, batch);
			const changed = Array.from({length: batch}, some).filter(({uid}) => !removed.includes(uid));
			for (const uid of removed) rows.delete(uid);
			for (const row of changed) rows.set(row.uid, row);
			order.update(changed, removed, facts);
			const fresh = createOrder(shape);
			fresh.arrange(arrangement, facts);
			fresh.replace(rows.values(), facts);
			expect(names(order)).toEqual(names(fresh));
			expect(order.total()).toBe(rows.size);
		}
	});

	test('removing what is unknown does nothing', () => {
		const order = createOrder(shape);
		order.replace(fleet, facts);
		order.update([], ['uid-nobody'], facts);
		expect(order.length()).toBe(7);
	});
});

describe('time and what is measured', () => {
	test('a row that changes later is not older for it', () => {
		const order = createOrder(shape);
		order.arrange({...plain, sort: {column: 'age', descending: false}}, facts);
		order.replace([ship('young', {createdAt: 500}), ship('old', {createdAt: 100})], facts);
		order.update([ship('young', {createdAt: 500, restarts: 1})], [], {...facts, now: facts.now + 5000});
		expect(names(order)).toEqual(['young', 'old']);
	});

	test('refreshing sorts by the new figures and keeps the filter', () => {
		const order = createOrder(shape);
		order.replace(fleet, facts);
		order.arrange({...plain, filter: parseFilter('db'), sort: {column: 'restarts', descending: true}}, facts);
		expect(names(order)).toEqual(['db-9', 'db-10']);
		order.refresh({...facts, restartsOf: row => ({count: row.name === 'db-10' ? 7 : 0, atLeast: false})});
		expect(names(order)).toEqual(['db-10', 'db-9']);
	});

	test('a mark that comes with time is a fault then', () => {
		const order = createOrder<Ship>({...shape, mark: (_, {now}) => (now > facts.now ? 'struggling' : 'healthy')});
		order.replace(fleet, facts);
		order.arrange({...plain, faultsOnly: true}, facts);
		expect(order.length()).toBe(0);
		order.refresh({...facts, now: facts.now + 1});
		expect(order.length()).toBe(7);
	});
});
