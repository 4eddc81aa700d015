import type {ScenarioExample} from '../../contract.ts';
import {
	endsOf,
	leastRestarts,
	progressOf,
	readiness,
	readyEndpoints,
	revisionsOf,
	statesOf,
	warnings,
} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 19_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 21_000,
		fact: 'two new pods come beside the three old ones',
		of: cluster => statesOf(cluster, NEW).length,
		is: 2,
	},
	{
		atMs: 50_000,
		fact: 'they wait to be started again',
		of: cluster => statesOf(cluster, NEW),
		is: ['CrashLoopBackOff', 'CrashLoopBackOff'],
	},
	{
		atMs: 50_000,
		fact: 'they exit with uvicorn’s code for a failed start',
		of: cluster => endsOf(cluster, NEW),
		is: ['3 Error'],
	},
	{
		atMs: 50_000,
		fact: 'the rollout still counts as moving',
		of: cluster => progressOf(cluster, 'api'),
		is: 'ReplicaSetUpdated',
	},
	{atMs: 50_000, fact: 'the old pods serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{
		atMs: 90_000,
		fact: 'after a minute without progress the deadline has passed',
		of: cluster => progressOf(cluster, 'api'),
		is: 'ProgressDeadlineExceeded',
	},
	{
		atMs: 90_000,
		fact: 'there is a revision to go back to',
		of: cluster => revisionsOf(cluster, 'api'),
		is: ['1', '2', '3', '4'],
	},
	{
		atMs: 300_000,
		fact: 'the kubelets try it again and again',
		of: cluster => leastRestarts(cluster, NEW) >= 4,
		is: true,
	},
	{atMs: 300_000, fact: 'what they report is the back-off', of: warnings, is: ['BackOff']},
	{atMs: 300_000, fact: 'the old pods still serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
] satisfies ScenarioExample[];
