import {describe, expect, test} from 'vitest';
import type {Column, Facts} from '../../../src/kinds/contract.ts';
import type {Row} from '../../../src/model/row.ts';
import type {ServiceRow} from '../../../src/services/service-row.ts';
import {routeColumns} from '../../../src/ui/panes/routes/columns.ts';
import {serviceColumns} from '../../../src/ui/panes/services/columns.ts';
import {slowColumns} from '../../../src/ui/panes/slow-requests/columns.ts';
import {routeRow, type RouteRow} from '../../../src/ui/requests/route-row.ts';
import {FIRST_WINDOW} from '../../../src/ui/requests/window.ts';
import {layoutColumns} from '../../../src/ui/table/columns.ts';
import {deployment, NOON} from '../../support/rows.ts';
import {about, route, seen} from '../../support/traffic.ts';

const service = deployment({name: 'api'}) as unknown as ServiceRow;

const facts = (traffic?: ReturnType<Facts['trafficOf']>): Facts => ({
	now: NOON,
	usageOf: () => undefined,
	restartsOf: () => ({count: 0, atLeast: false}),
	trafficOf: () => traffic,
	connectionsOf: () => undefined,
});

const row = (one: ReturnType<typeof route>, more: Parameters<typeof routeRow>[3] = {}): RouteRow =>
	routeRow(one, service, {window: FIRST_WINDOW, slowMs: 1000}, more);

function titles<R extends Row>(columns: readonly Column<R>[], width: number): string {
	const shown = columns.filter(({id, wide}) => id !== 'namespace' && wide !== true);
	return layoutColumns(shown, new Map(), width)
		.placed.map(({column}) => column.title)
		.join(' ');
}

function cells<R extends Row>(columns: readonly Column<R>[], one: R, known: Facts = facts()): readonly string[] {
	return columns.map(({value}) => value(one, known));
}

describe('which columns there are', () => {
	test.each([
		[60, 'SERVICE STATE READY RST 10m'],
		[80, 'SERVICE STATE READY RST 10m P95 5XX DB CONN'],
		[120, 'SERVICE STATE READY RST 10m RPS P95 5XX DB CONN CPU %L MEM %L REV AGE'],
		[200, 'SERVICE STATE READY RST 10m RPS P95 5XX DB CONN CPU %L MEM %L REV AGE'],
	])('on the home screen at %i', (width, shown) => {
		expect(titles(serviceColumns, width)).toBe(shown);
	});

	test.each([
		[40, 'P95 MAX ROUTE 5XX'],
		[60, 'P95 MAX COUNT ROUTE 5XX P95 NEW / OLD'],
		[80, 'P95 MAX COUNT REQ/S ROUTE 5XX P95 NEW / OLD LAST'],
		[120, 'P95 MAX COUNT REQ/S ROUTE 5XX P95 NEW / OLD LAST'],
	])('of slow routes at %i', (width, shown) => {
		expect(titles(slowColumns(0), width)).toBe(shown);
	});

	test.each([
		[40, 'ROUTE REQ/S P95 5XX'],
		[60, 'ROUTE REQ/S P95 MAX 5XX SHARE OF TIME'],
		[80, 'ROUTE REQ/S P95 P99 MAX 5XX P95 NEW / OLD SHARE OF TIME'],
		[120, 'ROUTE REQ/S P50 P95 P99 MAX 5XX P95 NEW / OLD SHARE OF TIME'],
	])('of routes at %i', (width, shown) => {
		expect(titles(routeColumns, width)).toBe(shown);
	});
});

describe('what a service answers', () => {
	const traffic = serviceColumns.filter(({id}) => ['rate', 'p95', 'serverErrors'].includes(id));
	const summary = {rate: 41.2, p95Ms: 840, serverErrors: 0.031, isScaled: false, because: ''};

	test.each([
		['nothing is known', undefined, ['–', '–', '–'], [-1, -1, -1]],
		['all is known', summary, ['41', '840ms', '3.1%'], [41.2, 840, 0.031]],
		['pods are missing', {...summary, isScaled: true}, ['~41', '840ms', '3.1%'], [41.2, 840, 0.031]],
		[
			'nobody asks',
			{...summary, rate: 0, p95Ms: undefined, serverErrors: undefined, isScaled: true},
			['0', '–', '–'],
			[0, -1, -1],
		],
	])('%s', (_, known, texts, keys) => {
		expect(cells(traffic, service, facts(known))).toEqual(texts);
		expect(traffic.map(({sort}) => sort?.(service, facts(known)))).toEqual(keys);
	});

	test('what is slow or fails is seen', () => {
		expect(traffic.map(({tone}) => tone?.(service, facts(summary)))).toEqual([
			undefined,
			'struggling',
			'struggling',
		]);
	});
});

describe('what a route says', () => {
	const items = route(
		'GET /items/{id}',
		{'rev 42': about(3600, 100), 'rev 41': about(180, 300)},
		{rate: 12.1, serverErrors: 8},
	);

	test('of the slow ones', () => {
		const last = seen('GET /items/{id}', {}, {at: NOON - 31_000});
		expect(cells(slowColumns(3_600_000), row(items, {last}))).toEqual([
			'4s',
			'4.3s',
			'100',
			'12',
			'GET /items/{id}',
			'2%',
			'4.2s / 212ms ×20',
			'12:59:29 api-7f9c5d-x2xkq',
		]);
	});

	test('one revision alone is compared with nothing', () => {
		expect(cells(routeColumns, row(route('GET /', about(12, 300)), {share: 0.04}))).toEqual([
			'GET /',
			'1',
			'12ms',
			'14ms',
			'14ms',
			'14ms',
			'0%',
			'–',
			'█░░░░░░░░░░░░░░░ 4%',
		]);
	});

	test('a probe is muted and not counted', () => {
		const probe = row(route('GET /health', about(900, 60)), {isProbe: true});
		expect(cells(routeColumns, probe).at(-1)).toBe('probes, not counted');
		expect(new Set(routeColumns.map(({tone}) => tone?.(probe, facts())))).toEqual(new Set(['muted']));
	});

	test('a difference that may be chance has no factor', () => {
		const [words] = routeColumns
			.filter(({id}) => id === 'pair')
			.map(({value}) => value(row(route('GET /', {b: [140], a: [100]})), facts()));
		expect(words).toBe('140ms / 100ms');
	});

	test.each([
		['████████████████ 100%', '████████ 100%'],
		['███████████░░░░░ 70%', '██████░░ 70%'],
		['probes, not counted', 'not counted'],
		['–', '–'],
	])('where there is less room %s becomes %s', (text, shorter) => {
		expect(routeColumns.find(({id}) => id === 'share')?.shorten?.(text)).toBe(shorter);
	});
});
