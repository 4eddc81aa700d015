import type {ScenarioExample} from '../../contract.ts';
import {endsOf, readiness, readyEndpoints} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 60_000,
		fact: 'the new pods exit with the code of a failed start',
		of: cluster => endsOf(cluster, NEW),
		is: ['3 Error'],
	},
	{atMs: 60_000, fact: 'Postgres has no pods', of: cluster => readyEndpoints(cluster, 'postgres'), is: 0},
] satisfies ScenarioExample[];
