import type {LogScript} from '../contract.ts';
import type {KubeObject} from '../objects.ts';
import {labelsOf, SHOP} from './names.ts';
import {deploymentObject, serviceObject} from './workload.ts';

/** Connections to Postgres that it has for a database and a user. */
export const SERVERS = 20;
const CLIENTS_MAX = 400;

/** A PgBouncer before Postgres, with its exporter beside it. */
export function pgbouncerObjects(): KubeObject[] {
	const name = 'pgbouncer';
	const deployment = deploymentObject({
		namespace: SHOP,
		name,
		version: '1.24.1',
		replicas: 1,
		annotations: {'prometheus.io/scrape': 'true', 'prometheus.io/port': '9127'},
		container: {
			image: 'docker.io/edoburu/pgbouncer:v1.24.1-p1',
			ports: [{name: 'pgbouncer', containerPort: 6432}],
			env: [
				{name: 'DB_HOST', value: 'postgres'},
				{name: 'DB_PORT', value: '5432'},
				{name: 'DB_USER', value: 'shop'},
				{name: 'DB_PASSWORD', valueFrom: {secretKeyRef: {name: 'postgres', key: 'password'}}},
				{name: 'POOL_MODE', value: 'transaction'},
				{name: 'DEFAULT_POOL_SIZE', value: String(SERVERS)},
				{name: 'MAX_CLIENT_CONN', value: String(CLIENTS_MAX)},
			],
			resources: {requests: {cpu: '50m', memory: '32Mi'}, limits: {memory: '64Mi'}},
		},
	});
	const spec = deployment['spec'] as {template: {spec: {containers: object[]}}};
	spec.template.spec.containers.push({
		name: 'exporter',
		image: 'docker.io/prometheuscommunity/pgbouncer-exporter:v0.11.0',
		ports: [{name: 'metrics', containerPort: 9127}],
		resources: {requests: {cpu: '10m', memory: '16Mi'}, limits: {memory: '32Mi'}},
	});
	return [
		{...deployment, metadata: {...deployment.metadata, labels: labelsOf(name, '1.24.1')}},
		serviceObject(SHOP, name, 'pgbouncer', 6432),
	];
}

export interface PgbouncerAt {
	/** Clients that are served, and that wait. */
	readonly active: number;
	readonly waiting: number;
	readonly longestWaitSeconds: number;
	/** Connections to Postgres that are in use. */
	readonly servers: number;
}

/** What pgbouncer_exporter of prometheus-community shows. */
export function pgbouncerMetrics({active, waiting, longestWaitSeconds, servers}: PgbouncerAt): string {
	const pair = 'database="shop",user="shop"';
	const database = 'name="shop",host="postgres",port="5432",database="shop",force_user="",pool_mode="transaction"';
	const samples: readonly (readonly [name: string, labels: string, value: number])[] = [
		['up', '', 1],
		['config_max_client_connections', '', CLIENTS_MAX],
		['databases_pool_size', `{${database}}`, SERVERS],
		['databases_current_connections', `{${database}}`, SERVERS],
		['pools_client_active_connections', `{${pair}}`, active],
		['pools_client_waiting_connections', `{${pair}}`, waiting],
		['pools_client_maxwait_seconds', `{${pair}}`, longestWaitSeconds],
		['pools_server_active_connections', `{${pair}}`, servers],
		['pools_server_idle_connections', `{${pair}}`, SERVERS - servers],
		['pools_server_used_connections', `{${pair}}`, 0],
	];
	return samples
		.map(([name, labels, value]) => `# TYPE pgbouncer_${name} gauge\npgbouncer_${name}${labels} ${value}\n`)
		.join('');
}

/** Its statistics of each minute; `waitMs` is how long clients wait then. Format: `src/stats.c`. */
export function pgbouncerLogs(waitMs: (storyMs: number) => number): LogScript {
	return {
		serving({now, storyMs}) {
			if (Math.floor(now / 1000) % 60 !== 7) return [];
			const time = new Date(now).toISOString().slice(0, 23).replace('T', ' ');
			const wait = Math.round(waitMs(storyMs) * 1000);
			return [
				`${time} UTC [1] LOG stats: 11 xacts/s, 24 queries/s, 0 client parses/s, 0 server parses/s, 0 binds/s, in 2341 B/s, out 20112 B/s, xact 41210 us, query 18210 us, wait ${wait} us`,
			];
		},
	};
}
