import type {ScenarioExample} from '../../contract.ts';
import {progressOf, readiness, readyEndpoints, statesOf} from '../../shop/facts.ts';
import {p95Of} from '../../shop/request-facts.ts';

const NEW = 'shop/api:1.9.0';
const OLD = 'shop/api:1.8.2';
const SEARCH = /^\/search/;
const OTHERS = /^\/(?:items|cart|checkout|orders)/;

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{
		atMs: 90_000,
		fact: 'two new pods run beside the three old ones',
		of: cluster => [statesOf(cluster, NEW).length, statesOf(cluster, OLD).length],
		is: [2, 3],
	},
	{atMs: 90_000, fact: 'all of them take requests', of: cluster => readyEndpoints(cluster, 'api'), is: 5},
	{
		atMs: 90_000,
		fact: 'the rollout goes on',
		of: cluster => progressOf(cluster, 'api'),
		is: 'ReplicaSetUpdated',
	},
	{
		atMs: 300_000,
		fact: 'a search takes about nineteen times as long on the new ones',
		of: cluster => {
			const times = p95Of(cluster, NEW, 240_000, SEARCH) / p95Of(cluster, OLD, 240_000, SEARCH);
			return times > 15 && times < 24;
		},
		is: true,
	},
	{
		atMs: 300_000,
		fact: 'nothing else takes longer there',
		of: cluster => p95Of(cluster, NEW, 240_000, OTHERS) < 1.3 * p95Of(cluster, OLD, 240_000, OTHERS),
		is: true,
	},
] satisfies ScenarioExample[];
