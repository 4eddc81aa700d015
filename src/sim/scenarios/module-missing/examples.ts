import type {ScenarioExample} from '../../contract.ts';
import {endsOf, readiness, readyEndpoints} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 60_000, fact: 'the new pods exit again and again', of: cluster => endsOf(cluster, NEW), is: ['1 Error']},
	{atMs: 60_000, fact: 'the old pods serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
] satisfies ScenarioExample[];
