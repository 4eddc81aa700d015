import type {ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints, statesOf} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 60_000,
		fact: 'the new pods wait for their image',
		of: cluster => statesOf(cluster, NEW).every(state => ['ErrImagePull', 'ImagePullBackOff'].includes(state)),
		is: true,
	},
	{atMs: 60_000, fact: 'the old pods serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
] satisfies ScenarioExample[];
