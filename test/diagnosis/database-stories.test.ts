import {expect, test} from 'vitest';
import {ago, anEvent, type ApiObject, NOON, notReady} from '../../src/diagnosis/example.ts';
import {
	aPgbouncer,
	aPooledService,
	aPostgres,
	type MeasuredConnections,
	pooled,
} from '../../src/diagnosis/example-database.ts';
import {aLog, timed} from '../../src/diagnosis/example-traffic.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import {createDiagnosis} from '../support/diagnose.ts';

/** What all rules together say of connections to databases: what is the cause, and what only follows from it. */
interface Story {
	readonly name: string;
	readonly objects: readonly ApiObject[];
	readonly running: Readonly<Record<string, string>>;
	readonly connections: MeasuredConnections;
	/** `verdict rule`, what follows from it indented by two spaces; hints are left out. */
	readonly says: readonly string[];
}

const routes = ['GET /items', 'GET /cart', 'POST /orders'];
const slow = aLog(
	...routes.map(route => timed(route, 50, {count: 40, from: 880, to: 320})),
	...routes.map(route => timed(route, 1500, {count: 30, from: 250})),
);
const full = {size: 5, overflowMax: 10, inUse: 15, waiting: 9};
const probe = {httpGet: {path: '/readyz', port: 8000}, periodSeconds: 10, failureThreshold: 3};
const unready = aPooledService(2, {
	...pooled(5, 10, 'postgres:5432', {readinessProbe: probe}),
	...notReady('api', {started: true, state: {running: {startedAt: ago(3600)}}}, ago(90)),
});

const stories: readonly Story[] = [
	{
		name: 'a pool that is all in use makes all routes slow',
		objects: [...aPooledService(1, pooled(5, 10)), ...aPostgres()],
		running: {'api-rs1-1/api': slow},
		connections: {pools: {'api-rs1-1': full}},
		says: ['struggling pool-saturated', '  slow-everywhere', '  slow-route'],
	},
	{
		name: 'so does a line in PgBouncer, though the pools of the pods are full, too',
		objects: [...aPooledService(1, pooled(5, 10, 'pgbouncer:6432')), ...aPgbouncer()],
		running: {'api-rs1-1/api': slow},
		connections: {
			pools: {'api-rs1-1': full},
			pooler: {clientsWaiting: 12, longestWaitMs: 4000, serversActive: 20, size: 20},
		},
		says: ['struggling pgbouncer-waiting', '  slow-everywhere', '  slow-route'],
	},
	{
		name: 'all pods are taken out, for their probes wait for a connection, too',
		objects: [
			...unready,
			...aPostgres(),
			...unready.flatMap(object =>
				object.kind === 'Pod'
					? [
							anEvent(
								object,
								'Unhealthy',
								'Readiness probe failed: Get "http://10.244.0.7:8000/readyz": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
							),
						]
					: [],
			),
		],
		running: {},
		connections: {pools: {'api-rs1-1': full, 'api-rs1-2': full}},
		says: ['struggling pool-saturated', '  readiness-timeout'],
	},
];

test.each(stories)('$name', ({objects, running, connections, says}) => {
	const {engine, show} = createDiagnosis(rules);
	show(objects, Date.parse(NOON), {running, connections});
	expect([...engine.broken]).toEqual([]);
	const told = engine.findings
		.filter(({verdict}) => verdict !== 'info')
		.flatMap(({verdict, rule, consequences}) => [
			`${verdict} ${rule}`,
			...consequences.map(consequence => `  ${consequence.rule}`),
		]);
	expect(told).toEqual(says);
});
