import {describe, expect, test} from 'vitest';
import type {Column, Facts} from '../../../src/kinds/contract.ts';
import type {ConnectionSummary} from '../../../src/model/connections.ts';
import type {Row} from '../../../src/model/row.ts';
import {podRows, userRows} from '../../../src/ui/database/user-row.ts';
import {userColumns} from '../../../src/ui/panes/database-users/columns.ts';
import {connectionColumn} from '../../../src/ui/panes/services/connection-column.ts';
import {layoutColumns} from '../../../src/ui/table/columns.ts';
import {NOON} from '../../support/rows.ts';
import {busyDatabase, database, pool, serviceRow, share, user} from '../../support/databases.ts';

const facts = (connections?: ConnectionSummary): Facts => ({
	now: NOON,
	usageOf: () => undefined,
	restartsOf: () => ({count: 0, atLeast: false}),
	trafficOf: () => undefined,
	connectionsOf: () => connections,
});

const calm: ConnectionSummary = {
	used: 40,
	isPartial: false,
	usable: 97,
	wanted: 75,
	isOver: false,
	source: 'measured',
	because: '',
};

describe('connections on the home screen', () => {
	const api = serviceRow('api');

	test.each<[string, Partial<ConnectionSummary>, string, string | undefined]>([
		['calm', {}, '40/97', undefined],
		['below four fifths', {used: 77}, '77/97', undefined],
		['from four fifths on', {used: 78}, '78/97 !', 'struggling'],
		['full', {used: 97}, '97/97 !', 'doomed'],
		['the autoscaler may take more than there is', {isOver: true}, '40/97 !', 'doomed'],
		['some pods are not measured', {isPartial: true}, '≥40/97', undefined],
		['nothing is measured, all is declared', {used: undefined, source: 'declared'}, '75/97', undefined],
		['nothing is measured, some is assumed', {used: undefined, source: 'assumed'}, '~75/97', undefined],
		['the limit is not known', {usable: undefined}, '40/?', undefined],
		['nothing is known but the limit', {used: undefined, wanted: undefined}, '–', undefined],
	])('%s', (_, fields, text, tone) => {
		const known = facts({...calm, ...fields});
		expect([connectionColumn.value(api, known), connectionColumn.tone?.(api, known)]).toEqual([text, tone]);
	});

	test('of a service that uses none', () => {
		expect([connectionColumn.value(api, facts()), connectionColumn.sort?.(api, facts())]).toEqual(['–', -1]);
	});

	test('sorted by how much of the server is taken', () => {
		expect(connectionColumn.sort?.(api, facts({...calm, used: 97}))).toBe(1);
		expect(connectionColumn.sort?.(api, facts({...calm, usable: undefined}))).toBe(-1);
	});

	test('what does not fit has no sign', () => {
		expect(connectionColumn.shorten?.('~187/97 !')).toBe('~187/97');
	});
});

function titles<R extends Row>(columns: readonly Column<R>[], width: number): string {
	const shown = columns.filter(({id}) => id !== 'namespace');
	return layoutColumns(shown, new Map(), width)
		.placed.map(({column, width: cells}) =>
			cells < column.title.length ? (column.titleShort ?? column.title) : column.title,
		)
		.join(' ');
}

describe('services that share a server', () => {
	test.each([
		[40, 'SERVICE PODS IN USE WAITING'],
		[60, 'SERVICE PODS WORKERS POOL+OVER IN USE WAITING WAIT P95'],
		[80, 'SERVICE PODS WORKERS POOL+OVER IN USE WAITING WAIT P95 SOURCE'],
		[120, 'SERVICE PODS WORKERS POOL+OVER IN USE WAITING WAIT P95 GAVE UP/m SOURCE'],
	])('at %i cells', (width, shown) => {
		expect(titles(userColumns, width)).toBe(shown);
	});

	test('who waits comes first, and what is not known says why', () => {
		const cells = userRows(busyDatabase()).map(row => userColumns.map(({value}) => value(row, facts())).slice(1));
		expect(cells).toEqual([
			['api', '5', '1', '15+10', '75', '12', '2.9s', '–', 'measured: SQLAlchemy · pool declared: DB_POOL_SIZE'],
			['worker', '2', '2', '5', '4', '0', '–', '–', 'measured: SQLAlchemy · pool declared: DB_POOL_SIZE'],
			[
				...['mailer', '3', '1', '~5+10', '?', '?', '–', '–'],
				"assumed: SQLAlchemy's default · not measured: /metrics answers 404",
			],
		]);
	});

	test('nothing tells how large its pool is', () => {
		const [row] = userRows(database([user(undefined, {because: 'no metrics'})]));
		const cells = row && userColumns.map(({value}) => value(row, facts()));
		expect(cells?.slice(2)).toEqual([
			...['0', '–', '–', '?', '?', '–', '–'],
			'nothing tells how large its pool is · not measured: no metrics',
		]);
	});

	test('pools of one name in one pod are told apart', () => {
		const one = {pod: 'api-1', uid: 'pod-1', pool: pool(), waitP95Ms: undefined};
		const rows = podRows(user(share(), {pods: [one, one, {...one, pool: pool({name: 'reports'})}]}));
		expect(new Set(rows.map(({uid}) => uid)).size).toBe(3);
	});
});
