import type {ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints, warnings} from '../../shop/facts.ts';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 60_000, fact: 'the controller says so', of: warnings, is: ['FailedCreate']},
	{atMs: 60_000, fact: 'the old pods serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
] satisfies ScenarioExample[];
