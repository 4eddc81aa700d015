import type {ScenarioExample} from '../../contract.ts';
import {progressOf, readiness, readyEndpoints, revisionsOf, warnings} from '../../shop/facts.ts';

const READY = ['api 3/3', 'mailer 3/3', 'worker 2/2'];

export default [
	{atMs: 0, fact: 'everything is ready when it starts', of: readiness, is: READY},
	{atMs: 0, fact: 'the api has three revisions', of: cluster => revisionsOf(cluster, 'api'), is: ['1', '2', '3']},
	{
		atMs: 0,
		fact: 'its last rollout is complete',
		of: cluster => progressOf(cluster, 'api'),
		is: 'NewReplicaSetAvailable',
	},
	{
		atMs: 0,
		fact: 'a node agent runs on each of the five nodes, and Postgres has one pod',
		of: cluster => ['node-agent', 'postgres'].map(name => podsNamed(cluster.list('pods', 'shop'), name)),
		is: [5, 1],
	},
	{
		atMs: 0,
		fact: 'a second namespace has two services',
		of: cluster => cluster.list('services', 'platform').map(({metadata}) => metadata.name),
		is: ['flags', 'gateway'],
	},
	{atMs: 600_000, fact: 'ten minutes later nothing has happened', of: readiness, is: READY},
	{atMs: 600_000, fact: 'nobody was warned', of: warnings, is: []},
	{atMs: 600_000, fact: 'all pods of the api take requests', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{
		atMs: 600_000,
		fact: 'the autoscaler is content',
		of: cluster =>
			cluster
				.list('horizontalpodautoscalers')
				.map(({status}) => (status as {desiredReplicas?: number}).desiredReplicas),
		is: [3],
	},
] satisfies ScenarioExample[];

function podsNamed(pods: readonly {readonly metadata: {readonly name: string}}[], prefix: string): number {
	return pods.filter(({metadata}) => metadata.name.startsWith(`${prefix}-`)).length;
}
