import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	aRollout,
	crashed,
	notReady,
	ownerOf,
} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** Three pods of revision 1 that serve, and a rollout whose only new pod crashes; `exit` is merged over the end of its last run. */
export function aFailingRollout(exitCode = 1, status: Fields = {}, exit: Fields = {}): readonly ApiObject[] {
	return [
		aRollout('api'),
		aReplicaSet('api', 1),
		aReplicaSet('api', 2),
		...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
		aPod('api', 2, 'x', crashed('api', exitCode, status, exit)),
	];
}

/** A Deployment without a rollout whose three pods crash, made two minutes ago; `pod` is merged over each. */
export function aFailingDeployment(exitCode = 1, pod: Fields = {}): readonly ApiObject[] {
	return [
		aDeployment('api', {status: {readyReplicas: 0, availableReplicas: 0, unavailableReplicas: 3}}),
		aReplicaSet('api', 1, {status: {readyReplicas: 0}}),
		...['a', 'b', 'c'].map(suffix =>
			aPod('api', 1, suffix, {
				...crashed('api', exitCode),
				...pod,
				metadata: {creationTimestamp: ago(120)},
			}),
		),
	];
}

/** A pod whose init container `migrate` ended with an error three times, the last time 20 s before noon. */
export function aFailingInit(status: Fields = {}): readonly ApiObject[] {
	const terminated = {exitCode: 1, reason: 'Error', startedAt: ago(22), finishedAt: ago(20)};
	const before = {exitCode: 1, reason: 'Error', startedAt: ago(45), finishedAt: ago(43)};
	return [
		aDeployment('api', {spec: {replicas: 1}, status: {replicas: 1, readyReplicas: 0, availableReplicas: 0}}),
		aReplicaSet('api', 1, {spec: {replicas: 1}, status: {replicas: 1, readyReplicas: 0}}),
		aPod('api', 1, 'a', {
			metadata: {creationTimestamp: ago(120)},
			spec: {
				initContainers: [{name: 'migrate', image: 'shop/api:1.8.2'}],
				containers: [{name: 'api', image: 'shop/api:1.8.2'}],
			},
			status: {
				...(notReady('api', {state: {waiting: {reason: 'PodInitializing'}}})['status'] as Fields),
				initContainerStatuses: [
					{
						name: 'migrate',
						ready: false,
						restartCount: 2,
						state: {terminated},
						lastState: {terminated: before},
						...status,
					},
				],
			},
		}),
	];
}

/** The StatefulSet `postgres` of one pod behind a Service of that name at 10.96.0.9, made and ready four hours ago. */
export function aDatabase(
	options: {readonly wanted?: number; readonly ready?: boolean; readonly since?: string} = {},
): readonly ApiObject[] {
	const {wanted = 1, ready = true, since = ago(4 * 3600)} = options;
	const labels = {app: 'postgres'};
	const set = anObject('apps/v1', 'StatefulSet', 'postgres', {
		metadata: {creationTimestamp: since, generation: 1},
		spec: {
			replicas: wanted,
			selector: {matchLabels: labels},
			template: {
				metadata: {labels},
				spec: {
					containers: [
						{name: 'postgres', image: 'postgres:17', env: [{name: 'MAX_CONNECTIONS', value: '30'}]},
					],
				},
			},
		},
		status: {
			observedGeneration: 1,
			replicas: wanted,
			readyReplicas: ready ? wanted : 0,
			currentReplicas: wanted,
			updatedReplicas: wanted,
		},
	});
	const service = anObject('v1', 'Service', 'postgres', {
		spec: {type: 'ClusterIP', clusterIP: '10.96.0.9', selector: labels, ports: [{port: 5432, targetPort: 5432}]},
	});
	if (wanted === 0) return [set, service];
	const pod = anObject('v1', 'Pod', 'postgres-0', {
		metadata: {creationTimestamp: since, labels, ownerReferences: [ownerOf('StatefulSet', 'postgres')]},
		spec: {nodeName: 'node-1', restartPolicy: 'Always', containers: [{name: 'postgres', image: 'postgres:17'}]},
		status: {
			phase: 'Running',
			conditions: [{type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: since}],
			containerStatuses: [
				{
					name: 'postgres',
					ready,
					started: true,
					restartCount: 0,
					state: {running: {startedAt: since}},
					lastState: {},
				},
			],
		},
	});
	return [set, service, pod];
}

/** A log of uvicorn that could not start because of this exception, as the API sends it. */
export function aFailedStart(exception: string, secondsAgo = 20): string {
	const lines = [
		'INFO:     Started server process [1]',
		'INFO:     Waiting for application startup.',
		'ERROR:    Traceback (most recent call last):',
		'  File "/app/site/starlette/routing.py", line 692, in lifespan',
		'    async with self.lifespan_context(app) as maybe_state:',
		'  File "/app/shop/main.py", line 31, in lifespan',
		'    await connect()',
		...exception.split('\n'),
		'',
		'ERROR:    Application startup failed. Exiting.',
	];
	return lines.map(line => `${ago(secondsAgo).replace('Z', '.123456789Z')} ${line}`).join('\n');
}

/** The exception of psycopg about a database. */
export function aDatabaseError(words: string, host = '10.96.0.9'): string {
	return `sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "${host}", port 5432 failed: ${words}`;
}
