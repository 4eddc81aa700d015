import type {ScenarioExample} from '../../contract.ts';
import {readiness, warnings} from '../../shop/facts.ts';

export default [
	{atMs: 60_000, fact: 'all pods are ready', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 60_000, fact: 'no event warns of it', of: warnings, is: []},
	{
		atMs: 60_000,
		fact: 'the Service is not there',
		of: cluster => cluster.get('services', 'shop', 'outlet') === undefined,
		is: true,
	},
] satisfies ScenarioExample[];
