import type {ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints, statesOf, warnings} from '../../shop/facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 60000,
		fact: 'the new pods are being created',
		of: cluster => statesOf(cluster, NEW),
		is: ['ContainerCreating', 'ContainerCreating'],
	},
	{atMs: 60_000, fact: 'the kubelets say why', of: warnings, is: ['FailedCreatePodSandBox']},
	{atMs: 60_000, fact: 'the old pods serve', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
] satisfies ScenarioExample[];
