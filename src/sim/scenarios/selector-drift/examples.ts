import type {ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints, warnings} from '../../shop/facts.ts';

export default [
	{atMs: 15_000, fact: 'three pods take requests', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{atMs: 60_000, fact: 'none does any more', of: cluster => readyEndpoints(cluster, 'api'), is: 0},
	{atMs: 60_000, fact: 'though all are ready', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 60_000, fact: 'and nobody warns of it', of: warnings, is: []},
] satisfies ScenarioExample[];
