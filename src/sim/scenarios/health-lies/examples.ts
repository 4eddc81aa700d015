import type {ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints} from '../../shop/facts.ts';
import {countOf, failedShareOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';

export default [
	{
		atMs: 60_000,
		fact: 'all pods are ready',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
	{atMs: 60_000, fact: 'all pods of the api take requests', of: cluster => readyEndpoints(cluster, 'api'), is: 3},
	{atMs: 60_000, fact: 'every request fails', of: cluster => failedShareOf(cluster, API, 60_000, /^/), is: 1},
	{
		atMs: 60_000,
		fact: 'each of them for want of the database',
		of: cluster =>
			countOf(cluster, API, 60_000, /OperationalError.*server closed the connection/) ===
			countOf(cluster, API, 60_000, /"status":500/),
		is: true,
	},
	{
		atMs: 60_000,
		fact: 'every check of its health is answered with 200',
		of: cluster => [
			countOf(cluster, API, 60_000, /"GET \/health HTTP\/1\.1" 200 OK$/),
			countOf(cluster, API, 60_000, /"GET \/health HTTP\/1\.1" (?!200)/),
		],
		is: [54, 0],
	},
] satisfies ScenarioExample[];
