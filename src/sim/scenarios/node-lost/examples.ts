import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';

export default [
	{atMs: 15_000, fact: 'before that all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 60_000,
		fact: 'one node does not report',
		of: cluster =>
			cluster.list('nodes').filter(node => JSON.stringify(node['status']).includes('NodeStatusUnknown')).length,
		is: 1,
	},
	{
		atMs: 60_000,
		fact: 'a pod of the api is not ready',
		of: cluster => readiness(cluster)[0],
		is: 'api 2/3',
	},
] satisfies ScenarioExample[];
