import type {DatabaseServerReading, PoolerPool} from '../model/database-server.ts';
import type {PoolReading} from '../model/pool.ts';
import {aDeployment, anObject, aPod, aReplicaSet, type ApiObject, ownerOf} from './example.ts';

/** What metrics say at the moment of an example. */
export interface MeasuredConnections {
	/** By pod. */
	readonly pools?: Readonly<Record<string, Partial<PoolReading>>>;
	/** Of each service whose pods are measured. */
	readonly waitP95Ms?: number;
	readonly timeoutsPerMinute?: number;
	readonly openedPerSecond?: number;
	/** Of an exporter beside the server. */
	readonly reading?: Partial<DatabaseServerReading>;
	/** Of an exporter beside a pooler. */
	readonly pooler?: Partial<PoolerPool>;
}

/** The fields of pods whose container `api` opens so many connections to `postgres:5432`; without a size it does not say. */
export function pooled(
	size?: number,
	overflow?: number,
	host = 'postgres:5432',
	container: Readonly<Record<string, unknown>> = {},
): Parameters<typeof aPod>[3] {
	const env = [
		{name: 'DATABASE_URL', value: `postgresql+asyncpg://shop@${host}/shop`},
		...(size === undefined ? [] : [{name: 'DB_POOL_SIZE', value: String(size)}]),
		...(overflow === undefined ? [] : [{name: 'DB_MAX_OVERFLOW', value: String(overflow)}]),
	];
	return {spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', env, ...container}]}};
}

/** The Deployment `api` of so many pods of `pooled`, all ready; with a maximum its autoscaler, which wants as many as there are. */
export function aPooledService(
	pods: number,
	fields: Parameters<typeof aPod>[3],
	scaler?: {readonly max: number; readonly wanted?: number},
): readonly ApiObject[] {
	const status = {replicas: pods, updatedReplicas: pods, readyReplicas: pods, availableReplicas: pods};
	const template = {metadata: {labels: {app: 'api'}}, ...fields};
	return [
		aDeployment('api', {spec: {replicas: pods, template}, status}),
		aReplicaSet('api', 1),
		...Array.from({length: pods}, (_, index) => aPod('api', 1, String(index + 1), fields)),
		...(scaler === undefined ? [] : [anAutoscaler(pods, scaler.max, scaler.wanted ?? pods)]),
	];
}

function anAutoscaler(current: number, max: number, wanted: number): ApiObject {
	return anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
		spec: {
			scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
			minReplicas: 1,
			maxReplicas: max,
		},
		status: {currentReplicas: current, desiredReplicas: wanted},
	});
}

/** A Postgres of so many connections, 3 of them reserved, behind a Service. */
export function aPostgres(max = 100): readonly ApiObject[] {
	return aServer('postgres', 5432, {name: 'postgres', image: 'postgres:17', args: ['-c', `max_connections=${max}`]});
}

/** A PgBouncer for 400 clients before it. */
export function aPgbouncer(): readonly ApiObject[] {
	return aServer('pgbouncer', 6432, {
		name: 'pgbouncer',
		image: 'edoburu/pgbouncer:v1.24.1',
		env: [{name: 'MAX_CLIENT_CONN', value: '400'}],
	});
}

function aServer(name: string, port: number, container: Readonly<Record<string, unknown>>): readonly ApiObject[] {
	const labels = {app: name};
	const spec = {containers: [container]};
	const own = ownerOf('StatefulSet', name);
	return [
		anObject('apps/v1', 'StatefulSet', name, {
			spec: {replicas: 1, selector: {matchLabels: labels}, template: {metadata: {labels}, spec}},
			status: {replicas: 1, readyReplicas: 1, currentReplicas: 1, updatedReplicas: 1},
		}),
		aPod(name, 1, '0', {metadata: {labels, ownerReferences: [own]}, spec}),
		anObject('v1', 'Service', name, {
			spec: {type: 'ClusterIP', selector: labels, ports: [{port, targetPort: port}]},
		}),
	];
}
