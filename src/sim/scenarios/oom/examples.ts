import type {ScenarioExample} from '../../contract.ts';
import {endsOf, leastRestarts, readiness} from '../../shop/facts.ts';

const LEAKING = 'shop/api:1.8.3';

export default [
	{
		atMs: 0,
		fact: 'every pod of the api has been killed for its memory',
		of: cluster => endsOf(cluster, LEAKING),
		is: ['137 OOMKilled'],
	},
	{atMs: 0, fact: 'several times already', of: cluster => leastRestarts(cluster, LEAKING) >= 4, is: true},
	{
		atMs: 0,
		fact: 'the others are well',
		of: cluster => readiness(cluster).slice(1),
		is: ['mailer 3/3', 'worker 2/2'],
	},
	{
		atMs: 1_800_000,
		fact: 'half an hour later it has happened twice more',
		of: cluster => leastRestarts(cluster, LEAKING) >= 6,
		is: true,
	},
] satisfies ScenarioExample[];
