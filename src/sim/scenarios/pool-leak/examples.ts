import type {ScenarioExample} from '../../contract.ts';
import {leastRestarts, readiness} from '../../shop/facts.ts';
import {countOf, failedShareOf, linesOf, p95Of} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';
const TIMED_OUT = /QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30\.00/;

export default [
	{
		atMs: 60_000,
		fact: 'while the pools fill nothing is seen of it in requests',
		of: cluster => [failedShareOf(cluster, API, 60_000, /^/) < 0.01, p95Of(cluster, API, 60_000, /^/) < 500],
		is: [true, true],
	},
	{
		atMs: 150_000,
		fact: 'all pods have run out of connections',
		of: cluster => linesOf(cluster, API, 20_000).map(lines => lines.some(line => TIMED_OUT.test(line))),
		is: [true, true, true],
	},
	{
		atMs: 150_000,
		fact: 'four of five requests wait 30 s, and fail',
		of: cluster => [
			Math.round(failedShareOf(cluster, API, 30_000, /^/) * 5),
			p95Of(cluster, API, 30_000, /^/) > 30_000,
		],
		is: [4, true],
	},
	{
		atMs: 150_000,
		fact: 'Postgres refuses nobody',
		of: cluster => countOf(cluster, 'library/postgres:', Infinity, /FATAL/),
		is: 0,
	},
	{
		atMs: 150_000,
		fact: 'Kubernetes sees nothing of it',
		of: cluster => [...readiness(cluster), leastRestarts(cluster, API)],
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2', 0],
	},
] satisfies ScenarioExample[];
