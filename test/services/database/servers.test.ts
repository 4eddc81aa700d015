import {describe, expect, test} from 'vitest';
import {aDeployment, anObject, type ApiObject, aPod, aReplicaSet, ownerOf} from '../../../src/diagnosis/example.ts';
import {kinds} from '../../../src/kinds/index.ts';
import {createIntern} from '../../../src/lib/intern.ts';
import type {ServiceObjectRow} from '../../../src/model/network.ts';
import {type DatabaseServer, databaseServers} from '../../../src/services/database/servers.ts';
import {createJoin} from '../../../src/services/join.ts';
import {NOON} from '../../support/rows.ts';

/** The servers that these objects, as the API sends them, speak to. */
function serversOf(
	objects: readonly ApiObject[],
	config: Readonly<Record<string, string>> = {},
): readonly DatabaseServer[] {
	const intern = createIntern();
	const rows = objects.flatMap(object => {
		const kind = kinds.find(({objectKind}) => objectKind === object.kind);
		return kind === undefined ? [] : [kind.project(object as never, intern)];
	});
	const join = createJoin();
	join.apply(
		rows.map(after => ({before: undefined, after})),
		NOON,
	);
	const named = rows.filter(({kind}) => kind === 'service') as ServiceObjectRow[];
	return databaseServers(join.services(), {
		configValue: () => (name, key) => config[`${name}/${key}`],
		serviceAt: host => named.find(({name}) => host.split('.')[0] === name),
		behind: service => join.behind(service),
	});
}

const env = (values: Readonly<Record<string, unknown>>): readonly unknown[] =>
	Object.entries(values).map(([name, value]) =>
		typeof value === 'string' ? {name, value} : {name, valueFrom: value},
	);

/** A Deployment with its pods, whose container has that image and environment. */
function program(
	name: string,
	image: string,
	values: Readonly<Record<string, unknown>>,
	pods = 3,
): readonly ApiObject[] {
	const containers = [{name, image, env: env(values)}];
	return [
		aDeployment(name, {
			spec: {
				replicas: pods,
				strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 1}},
				template: {spec: {containers}},
			},
		}),
		aReplicaSet(name, 1),
		...Array.from({length: pods}, (_, index) => aPod(name, 1, `p${index}`)),
	];
}

const serviceOf = (name: string, port: number, labels = {}): ApiObject =>
	anObject('v1', 'Service', name, {
		metadata: {labels},
		spec: {selector: {app: name}, clusterIP: '10.96.0.9', ports: [{port}]},
	});
const hpa = anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
	spec: {scaleTargetRef: {kind: 'Deployment', name: 'api'}, minReplicas: 3, maxReplicas: 10},
	metadata: {ownerReferences: [ownerOf('Deployment', 'x')]},
});

const postgres = [...program('postgres', 'postgres:16', {}, 1), serviceOf('postgres', 5432)];
const URL = 'postgresql+asyncpg://app:secret@postgres:5432/shop';

const told = (servers: readonly DatabaseServer[]): unknown =>
	servers.map(({label, users, budget: {usable, now, atMost, withSurge}}) => ({
		label,
		users: users.map(({service: {name}, pool}) => [name, pool?.size.value, pool?.size.source]),
		...{usable, now, atMost, withSurge},
	}));

describe('which servers the services speak to', () => {
	test('the numbers of the article, of its own environment', () => {
		const api = program('api', 'shop/api:1', {DATABASE_URL: URL, DB_POOL_SIZE: '5', DB_MAX_OVERFLOW: '10'});
		expect(told(serversOf([...api, hpa, ...postgres]))).toEqual([
			{label: 'postgres:5432', users: [['api', 5, 'declared']], usable: 97, now: 45, atMost: 150, withSurge: 165},
		]);
	});

	test('two names of one server are one, and what is not declared is assumed', () => {
		const api = program('api', 'shop/api:1', {DATABASE_URL: URL});
		const worker = program(
			'worker',
			'shop/worker:1',
			{PGHOST: 'postgres.shop.svc.cluster.local', POOL_SIZE: '20'},
			2,
		);
		expect(told(serversOf([...api, ...worker, ...postgres]))).toEqual([
			{
				label: 'postgres:5432',
				users: [
					['api', 5, 'assumed'],
					['worker', 20, 'declared'],
				],
				usable: 97,
				now: 85,
				atMost: undefined,
				withSurge: 120,
			},
		]);
	});

	test('an address in a ConfigMap is read, one in a Secret is only concluded from', () => {
		const fromConfig = program(
			'api',
			'python:3',
			{DATABASE_URL: {configMapKeyRef: {name: 'settings', key: 'url'}}},
			1,
		);
		const fromSecret = program(
			'worker',
			'python:3',
			{DATABASE_URL: {secretKeyRef: {name: 'shop-db', key: 'url'}}},
			1,
		);
		const [server, ...others] = serversOf([...fromConfig, ...fromSecret, ...postgres], {'settings/url': URL});
		expect(others).toEqual([]);
		expect(server?.users.map(({use: {from, isGuessed}}) => [from, isGuessed])).toEqual([
			['DATABASE_URL', false],
			['DATABASE_URL of Secret shop-db', true],
		]);
	});

	test('outside of the cluster nothing is known of its limit', () => {
		const api = program('api', 'python:3', {DATABASE_URL: 'postgres://u@shop.abc.rds.amazonaws.com/x'});
		expect(told(serversOf(api))).toMatchObject([
			{label: 'shop.abc.rds.amazonaws.com:5432', usable: undefined, now: 45},
		]);
	});

	test('PgBouncer counts its clients, and is a client of the server itself', () => {
		const api = program('api', 'python:3', {DATABASE_URL: 'postgresql://u@pgbouncer:6432/shop'});
		const pooler = program(
			'pgbouncer',
			'edoburu/pgbouncer:1',
			{DB_HOST: 'postgres', DEFAULT_POOL_SIZE: '30', MAX_CLIENT_CONN: '500'},
			2,
		);
		const servers = serversOf([...api, ...pooler, serviceOf('pgbouncer', 6432), ...postgres]);
		expect(told(servers)).toEqual([
			expect.objectContaining({label: 'pgbouncer:6432', usable: 1000, now: 45}),
			expect.objectContaining({
				label: 'postgres:5432',
				users: [['pgbouncer', 30, 'declared']],
				usable: 97,
				now: 60,
			}),
		]);
	});

	test('the Services of one CloudNativePG cluster are one server', () => {
		const labels = {'cnpg.io/cluster': 'main'};
		const writes = program('api', 'python:3', {PGHOST: 'main-rw'}, 1);
		const reads = program('worker', 'python:3', {PGHOST: 'main-ro'}, 1);
		const servers = serversOf([
			...writes,
			...reads,
			serviceOf('main-rw', 5432, labels),
			serviceOf('main-ro', 5432, labels),
		]);
		expect(servers.map(({label, users}) => [label, users.length])).toEqual([['main:5432', 2]]);
	});

	test('other systems, and the database itself, have no part in it', () => {
		const cache = program('cache', 'python:3', {REDIS_URL: 'redis://redis:6379', DB_HOST: 'mongo'});
		expect(serversOf([...cache, ...postgres])).toEqual([]);
	});
});
