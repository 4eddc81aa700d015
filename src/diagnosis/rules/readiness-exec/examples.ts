import {aDeployment, aPod, aReplicaSet, ago, type RuleExample} from '../../example.ts';
import {aLostPod, anUnreadyPod, probed, unhealthy} from '../../example-probes.ts';

const PG = {
	exec: {command: ['pg_isready', '-h', '127.0.0.1', '-U', 'postgres']},
	periodSeconds: 5,
	timeoutSeconds: 3,
	failureThreshold: 3,
};
const GRPC = {grpc: {port: 9000}, periodSeconds: 10, timeoutSeconds: 1, failureThreshold: 3};
const postgres = [aDeployment('postgres', {spec: {replicas: 1}}), aReplicaSet('postgres', 1)];
const api = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];

const down = aLostPod('postgres', 'a', {readinessProbe: PG}, 60);
const starting = anUnreadyPod('postgres', 1, 'a', {readinessProbe: PG}, 8);
const serving = aLostPod('api', 'a', {readinessProbe: GRPC}, 60);
const unregistered = anUnreadyPod('api', 1, 'a', {readinessProbe: GRPC}, 60);
const script = anUnreadyPod(
	'api',
	1,
	'a',
	{readinessProbe: {exec: {command: ['/check', '--token=hunter2']}, periodSeconds: 5, failureThreshold: 3}},
	60,
);
const ready = aPod('postgres', 1, 'a', probed('postgres', {readinessProbe: PG}));

export default [
	{
		name: 'a database that does not take connections',
		objects: [
			...postgres,
			down,
			unhealthy(down, 'Readiness probe failed: 127.0.0.1:5432 - rejecting connections\n'),
		],
		finds: [
			{
				object: 'deployment/postgres',
				title: 'Pods fail their readiness probe: its command says: 127.0.0.1:5432 - rejecting connections',
				verdict: 'struggling',
				evidence: [
					'Unhealthy ×3 Readiness probe failed: 127.0.0.1:5432 - rejecting connections',
					'readinessProbe: pg_isready -h 127.0.0.1 -U postgres every 5s, each within 3s, out of service after 3 misses = 15s',
				],
				next: [
					'run it yourself: kubectl exec -n shop postgres-rs1-a -c postgres -- pg_isready -h 127.0.0.1 -U postgres',
				],
				since: ago(60),
			},
		],
	},
	{
		name: 'a command that says nothing, with a secret in it',
		objects: [...api, script, unhealthy(script, 'Readiness probe failed: ')],
		finds: [
			{
				title: 'Pods fail their readiness probe: its command fails without a word',
				next: ['run it yourself: kubectl exec -n shop api-rs1-a -c api -- /check --token=***'],
			},
		],
	},
	{
		name: 'a gRPC server that says that it does not serve',
		objects: [
			...api,
			serving,
			unhealthy(serving, 'Readiness probe failed: service unhealthy (responded with "NOT_SERVING")'),
		],
		finds: [{title: 'Pods fail their readiness probe: gRPC :9000 says NOT_SERVING', verdict: 'struggling'}],
	},
	{
		name: 'a gRPC server without a health service',
		objects: [
			...api,
			unregistered,
			unhealthy(
				unregistered,
				'Readiness probe failed: error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unknown service grpc.health.v1.Health',
			),
		],
		finds: [
			{
				title: 'Pods fail their readiness probe: gRPC :9000 says that there is no health service',
				verdict: 'doomed',
				next: ['register grpc.health.v1.Health in the program, or use another probe'],
			},
		],
	},
	{
		name: 'a database that has just started',
		objects: [
			...postgres,
			starting,
			unhealthy(starting, 'Readiness probe failed: 127.0.0.1:5432 - no response\n', {count: 1}),
		],
		finds: [],
	},
	{
		name: 'a ready database, with the events of its start',
		objects: [...postgres, ready, unhealthy(ready, 'Readiness probe failed: 127.0.0.1:5432 - no response\n')],
		finds: [],
	},
	{
		name: 'a probe that was broken off because its container ends is no failure',
		objects: [
			...postgres,
			down,
			unhealthy(
				down,
				'Readiness probe errored and resulted in unknown state: rpc error: code = Canceled desc = context canceled',
			),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
