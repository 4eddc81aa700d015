import type {ScenarioExample} from '../../contract.ts';
import {endsOf, leastRestarts, readiness, revisionsOf, warnings} from '../../shop/facts.ts';

const BAD = 'shop/worker:2.3.0';

export default [
	{
		atMs: 0,
		fact: 'both workers have exited many times before anybody looks',
		of: cluster => leastRestarts(cluster, BAD) >= 6,
		is: true,
	},
	{
		atMs: 0,
		fact: 'always with Python’s code for an unhandled exception',
		of: cluster => endsOf(cluster, BAD),
		is: ['1 Error'],
	},
	{
		atMs: 0,
		fact: 'the rest of the shop works',
		of: cluster => readiness(cluster).slice(0, 2),
		is: ['api 3/3', 'mailer 3/3'],
	},
	{
		atMs: 0,
		fact: 'the revision before is still there',
		of: cluster => revisionsOf(cluster, 'worker'),
		is: ['1', '2', '3'],
	},
	{atMs: 0, fact: 'the kubelets report their back-off', of: warnings, is: ['BackOff']},
	{atMs: 900_000, fact: 'it goes on', of: cluster => leastRestarts(cluster, BAD) >= 9, is: true},
] satisfies ScenarioExample[];
