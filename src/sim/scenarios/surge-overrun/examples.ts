import type {ScenarioExample} from '../../contract.ts';
import {progressOf, readiness, readyEndpoints, warnings} from '../../shop/facts.ts';
import {countOf, failedShareOf, linesOf} from '../../shop/request-facts.ts';

const OLD = 'shop/api:1.9.0';
const NEW = 'shop/api:1.9.1';

export default [
	{
		atMs: 10_000,
		fact: 'at rest all is well',
		of: cluster => [...readiness(cluster), progressOf(cluster, 'api'), warnings(cluster)],
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2', 'NewReplicaSetAvailable', []],
	},
	{
		atMs: 10_000,
		fact: 'no autoscaler changes the number of pods',
		of: cluster => cluster.list('horizontalpodautoscalers', 'shop').length,
		is: 0,
	},
	{
		atMs: 60_000,
		fact: 'the two pods of the surge run beside the three old ones',
		of: cluster => [linesOf(cluster, OLD, Infinity).length, linesOf(cluster, NEW, Infinity).length],
		is: [3, 2],
	},
	{
		atMs: 60_000,
		fact: 'Postgres refuses the new ones only',
		of: cluster => [
			countOf(cluster, OLD, 60_000, /FATAL/),
			countOf(cluster, NEW, 60_000, /FATAL: {2}remaining connection slots are reserved/) > 5,
		],
		is: [0, true],
	},
	{
		atMs: 120_000,
		fact: 'the old ones serve as before',
		of: cluster => [readyEndpoints(cluster, 'api'), failedShareOf(cluster, OLD, 60_000, /^/) < 0.01],
		is: [3, true],
	},
	{
		atMs: 120_000,
		fact: 'the rollout has stood still for too long',
		of: cluster => progressOf(cluster, 'api'),
		is: 'ProgressDeadlineExceeded',
	},
] satisfies ScenarioExample[];
