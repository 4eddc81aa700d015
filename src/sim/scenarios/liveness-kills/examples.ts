import type {ScenarioExample} from '../../contract.ts';
import {endsOf, leastRestarts, readiness} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 120_000, fact: 'the kubelets killed them', of: cluster => endsOf(cluster, NEW), is: ['137 Error']},
	{atMs: 120_000, fact: 'each of them more than once', of: cluster => leastRestarts(cluster, NEW) >= 1, is: true},
] satisfies ScenarioExample[];
