import type {ScenarioExample} from '../../contract.ts';
import {leastRestarts, readiness, readyEndpoints, statesOf, warnings} from '../../shop/facts.ts';
import {countOf, failedShareOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';
const REFUSED = /connection to server at "postgres", port 5432 failed: Connection refused$/;

export default [
	{atMs: 18_000, fact: 'before, all is well', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{atMs: 30_000, fact: 'there is no Postgres', of: cluster => statesOf(cluster, 'library/postgres:'), is: []},
	{atMs: 30_000, fact: 'one failed probe is not believed', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{
		atMs: 45_000,
		fact: 'then all pods are taken out within seconds',
		of: cluster => [...readiness(cluster), readyEndpoints(cluster, 'api')],
		is: ['api 0/3', 'mailer 3/3', 'worker 2/2', 0],
	},
	{
		atMs: 45_000,
		fact: 'their probes are told 503',
		of: cluster => [
			warnings(cluster).includes('Unhealthy'),
			countOf(cluster, API, 20_000, /"GET \/readyz HTTP\/1\.1" 503 /) > 9,
			countOf(cluster, API, 20_000, /"GET \/readyz HTTP\/1\.1" 200 /),
		],
		is: [true, true, 0],
	},
	{
		atMs: 45_000,
		fact: 'what still comes fails, for nobody answers',
		of: cluster => [failedShareOf(cluster, API, 10_000, /^/), countOf(cluster, API, 10_000, REFUSED) > 20],
		is: [1, true],
	},
	{atMs: 90_000, fact: 'no container restarts', of: cluster => leastRestarts(cluster, API), is: 0},
] satisfies ScenarioExample[];
