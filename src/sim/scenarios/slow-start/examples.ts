import type {ScenarioExample} from '../../contract.ts';
import {progressOf, readiness, readyEndpoints, statesOf} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 40_000, fact: 'the old pods serve meanwhile', of: cluster => readyEndpoints(cluster, 'api') >= 3, is: true},
	{
		atMs: 240_000,
		fact: 'the new one serves alone',
		of: cluster => statesOf(cluster, NEW),
		is: ['Running', 'Running', 'Running'],
	},
	{
		atMs: 240_000,
		fact: 'the rollout is complete',
		of: cluster => progressOf(cluster, 'api'),
		is: 'NewReplicaSetAvailable',
	},
] satisfies ScenarioExample[];
