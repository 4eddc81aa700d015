/** What a cluster has of the real pods: their Deployment, and the database that they name, with its limit. */
export const NAMESPACE = 'database';
export const PORT = 8000;

/** Three are kept and two more opened: 3 pods want 15 of 17, the fourth is one too many. */
export const POOL = {DB_POOL_SIZE: '3', DB_MAX_OVERFLOW: '2'} as const;

/** A List of all of it. */
export function databaseObjects({
	maxConnections,
	port,
}: {
	readonly maxConnections: number;
	readonly port: number;
}): object {
	const labels = {app: 'api'};
	const metadata = {name: 'api', namespace: NAMESPACE};
	const env = Object.entries({...POOL, DATABASE_URL: `postgresql+psycopg://shop@postgres:${port}/shop`});
	const container = {
		name: 'api',
		image: 'database/api:1',
		args: ['uvicorn', 'database:app', '--host', '0.0.0.0', '--port', String(PORT)],
		env: env.map(([name, value]) => ({name, value})),
		ports: [{name: 'http', containerPort: PORT}],
		readinessProbe: {httpGet: {path: '/livez', port: 'http'}},
	};
	const annotations = {'prometheus.io/scrape': 'true', 'prometheus.io/port': String(PORT)};
	const deployment = {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata,
		spec: {
			replicas: 3,
			selector: {matchLabels: labels},
			strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 1, maxUnavailable: 0}},
			template: {metadata: {labels, annotations}, spec: {containers: [container]}},
		},
	};
	return {
		apiVersion: 'v1',
		kind: 'List',
		items: [
			{apiVersion: 'v1', kind: 'Namespace', metadata: {name: NAMESPACE}},
			deployment,
			serviceOf('api', PORT, 80),
			...postgresObjects(maxConnections, port),
		],
	};
}

function postgresObjects(maxConnections: number, port: number): readonly object[] {
	const name = 'postgres';
	const labels = {app: name};
	const container = {
		name,
		image: 'docker.io/library/postgres:17.6',
		args: ['postgres', '-p', String(port), '-c', `max_connections=${maxConnections}`],
		ports: [{containerPort: port}],
	};
	return [
		serviceOf(name, port, port),
		{
			apiVersion: 'apps/v1',
			kind: 'StatefulSet',
			metadata: {name, namespace: NAMESPACE},
			spec: {
				serviceName: name,
				replicas: 1,
				selector: {matchLabels: labels},
				template: {metadata: {labels}, spec: {containers: [container]}},
			},
		},
	];
}

function serviceOf(name: string, targetPort: number, port: number): object {
	return {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: {name, namespace: NAMESPACE},
		spec: {selector: {app: name}, ports: [{port, targetPort}]},
	};
}
