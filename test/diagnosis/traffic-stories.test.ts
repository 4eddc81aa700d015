import {expect, test} from 'vitest';
import {anEvent, aPod, type ApiObject, ago, NOON, waiting} from '../../src/diagnosis/example.ts';
import {aDatabase, aDatabaseError} from '../../src/diagnosis/example-crashes.ts';
import {oneServing, twoServing} from '../../src/diagnosis/example-revisions.ts';
import {aLog, raised, said, timed, untimed} from '../../src/diagnosis/example-traffic.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import type {Finding} from '../../src/model/finding.ts';
import {createDiagnosis} from '../support/diagnose.ts';

/** What all rules together say of pods that serve: what is the cause, and what only follows from it. */
interface Story {
	readonly name: string;
	readonly objects: readonly ApiObject[];
	readonly running: Readonly<Record<string, string>>;
	readonly usage?: Readonly<Record<string, {readonly cpu: number; readonly memory: number}>>;
	/** `verdict object: title`, what follows from it indented by two spaces, as `object rule`; hints are left out. */
	readonly says: readonly string[];
}

const refused = `psycopg.${aDatabaseError('Connection refused')}`;
const good = untimed('GET /items', {count: 80, from: 280});
const before = ['GET /items', 'GET /cart'].flatMap(route => timed(route, 50, {count: 40, from: 880, to: 320}));
const queuePool =
	'sqlalchemy.exc.TimeoutError: QueuePool limit of size 2 overflow 1 reached, connection timed out, timeout 3.00';
const withoutImage = aPod('api', 2, 'z', waiting('api', 'ImagePullBackOff', 'docker.io/shop/api:1.9.0: not found'));

const stories: readonly Story[] = [
	{
		name: 'a pool that is exhausted makes requests slow, and fail',
		objects: [...oneServing(), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				timed('GET /reports', 2500, {count: 20}),
				timed('GET /items', 3000, {count: 20}, 500),
				raised(queuePool, {count: 20}),
			),
		},
		says: [
			'struggling deployment/api: Requests fail: the pool of connections is exhausted',
			'  deployment/api errors-rising',
			'  deployment/api slow-route',
		],
	},
	{
		name: 'a database that is scaled to 0, below pods that stay Ready',
		objects: [...oneServing(), ...aDatabase({wanted: 0})],
		running: {
			'api-rs1-a/api': aLog(good, untimed('GET /cart', {count: 20}, 500), raised(refused, {count: 20})),
			'api-rs1-b/api': aLog(good, untimed('GET /cart', {count: 20}, 500), raised(refused, {count: 20})),
		},
		says: [
			'struggling statefulset/postgres: StatefulSet postgres is scaled to 0',
			'  deployment/api database-refused',
			'  deployment/api errors-rising',
		],
	},
	{
		name: 'an exception on one route, that was always there',
		objects: oneServing(),
		running: {
			'api-rs1-a/api': aLog(
				good,
				untimed('POST /orders', {count: 20, from: 250}, 500),
				raised("KeyError: 'total'", {count: 20, from: 250}),
			),
		},
		says: ['struggling deployment/api: Ready, but 20 % of requests fail on POST /orders (100 % of its own)'],
	},
	{
		name: 'a new revision that fails',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(good),
			'api-rs2-x/api': aLog(
				untimed('GET /items', {count: 20, from: 100}),
				untimed('GET /cart', {count: 20, from: 100}, 500),
				raised('AttributeError: no cart', {count: 20, from: 100}),
			),
		},
		says: [
			'struggling deployment/api: New in rev 2: AttributeError at app/main.py:31 in checkout',
			'  deployment/api errors-on-new-revision',
		],
	},
	{
		name: 'a new revision that is slow',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(timed('GET /items', 50, {count: 60, from: 280})),
			'api-rs2-x/api': aLog(timed('GET /items', 1600, {count: 60, from: 100})),
		},
		says: [
			'struggling deployment/api: GET /items is slower on the new rev 2: p95 1.6 s on rev 2, 50 ms on rev 1',
			'  deployment/api slow-route',
		],
	},
	{
		name: 'all routes are slow, since the CPU is at its limit',
		objects: oneServing(['a'], {
			spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {cpu: '500m'}}}]},
		}),
		running: {
			'api-rs1-a/api': aLog(
				before,
				timed('GET /items', 1600, {count: 30, from: 250}),
				timed('GET /cart', 1900, {count: 30, from: 250}),
			),
		},
		usage: {'api-rs1-a': {cpu: 0.5, memory: 1e8}},
		says: [
			'struggling deployment/api: All routes are slow: p95 1.9 s, before 50 ms',
			'  deployment/api slow-route',
		],
	},
	{
		name: 'an old route that is slow has nothing to do with an image that is missing',
		objects: [
			...twoServing().filter(({metadata}) => !/rs2-[xy]$/.test(String(metadata['name']))),
			withoutImage,
			anEvent(
				withoutImage,
				'Failed',
				'Failed to pull image "shop/api:1.9.0": docker.io/shop/api:1.9.0: not found',
			),
		],
		running: {'api-rs1-a/api': aLog(good, timed('GET /slow', 1800, {count: 20, from: 250}))},
		says: [
			'doomed deployment/api: New pods wait for an image that does not exist: shop/api:1.9.0',
			'struggling deployment/api: GET /slow is slow: p95 1.8 s',
		],
	},
	{
		name: 'names that nobody resolves, of a database and others',
		objects: [...oneServing(), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				good,
				untimed('GET /cart', {count: 20}, 500),
				raised(
					'psycopg.OperationalError: could not translate host name "postgres" to address: Temporary failure in name resolution',
					{count: 20},
				),
			),
		},
		says: [
			'struggling deployment/api: Requests fail: the host postgres is not found in DNS',
			'  deployment/api errors-rising',
		],
	},
	{
		name: 'statements that wait for locks',
		objects: [...oneServing(), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				good,
				untimed('POST /orders', {count: 20}, 500),
				raised('psycopg.errors.QueryCanceled: canceling statement due to statement timeout', {count: 20}),
				said('SLOW REQUEST: http://10.96.0.4/orders took 5.01s', {count: 20}),
			),
		},
		says: [
			'struggling deployment/api: Requests fail: PostgreSQL cancels statements that take too long (statement timeout)',
			'  deployment/api errors-rising',
			'  deployment/api slow-route',
		],
	},
	{
		name: 'all is well',
		objects: [...oneServing(), ...aDatabase()],
		running: {
			'api-rs1-a/api': aLog(
				before,
				timed('GET /items', 70, {count: 200, from: 290}),
				timed('GET /cart', 90, {count: 100, from: 290}),
				timed('GET /cart', 2000, {count: 1}),
				timed('GET /x', 3, {count: 80}, 404),
				untimed('GET /health', {count: 30}),
				raised("KeyError: 'total'", {count: 1}),
				timed('GET /items', 70, {count: 1}, 500),
			),
			'postgres-0/postgres': aLog(
				said('2026-11-24 11:59:00.100 UTC [15] FATAL:  the database system is starting up', {count: 5}),
			),
		},
		says: [],
	},
];

const indent = ({object, rule}: Finding): string => `  ${object.kind}/${object.name} ${rule}`;

test.each([...stories])('$name', ({objects, running, usage = {}, says}) => {
	const diagnosis = createDiagnosis(rules);
	diagnosis.show(objects, Date.parse(NOON), {running, usage});
	expect([...diagnosis.engine.broken]).toEqual([]);
	const told = diagnosis.engine.findings
		.filter(({verdict}) => verdict !== 'info')
		.flatMap(({verdict, object, title, consequences}) => [
			`${verdict} ${object.kind}/${object.name}: ${title}`,
			...consequences.map(indent).toSorted(),
		]);
	expect(told).toEqual(says);
});

test('what is over is taken back when its time has come, though no line was written', () => {
	const diagnosis = createDiagnosis(rules);
	const running = {'api-rs1-a/api': aLog(raised(refused, {count: 6}))};
	const now = Date.parse(NOON);
	diagnosis.show(oneServing(), now, {running});
	const [first] = diagnosis.engine.findings;
	diagnosis.show(oneServing(), now + 10 * 60_000, {running});
	expect([first?.rule, first?.since, diagnosis.engine.findings]).toEqual([
		'database-refused',
		Date.parse(ago(60)) + 5,
		[],
	]);
});
