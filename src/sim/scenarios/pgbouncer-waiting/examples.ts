import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';
import {countOf, failedShareOf, p95Of} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';

export default [
	{
		atMs: 60_000,
		fact: 'all pods are ready',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'pgbouncer 1/1', 'worker 2/2'],
	},
	{
		atMs: 0,
		fact: 'every route is slow, those that are quick by themselves too',
		of: cluster => [/^\/items$/, /^\/cart$/, /^\/checkout/].map(route => p95Of(cluster, API, 30_000, route) > 2500),
		is: [true, true, true],
	},
	{
		atMs: 60_000,
		fact: 'it gets worse',
		of: cluster => p95Of(cluster, API, 20_000, /^/) > 4500,
		is: true,
	},
	{
		atMs: 60_000,
		fact: 'hardly any request fails',
		of: cluster => failedShareOf(cluster, API, 60_000, /^/) < 0.01,
		is: true,
	},
	{
		atMs: 120_000,
		fact: 'PgBouncer tells each minute how long was waited, in microseconds',
		of: cluster => countOf(cluster, 'edoburu/pgbouncer:', 120_000, /LOG stats: .* wait [4-9]\d{6} us$/),
		is: 2,
	},
	{
		atMs: 120_000,
		fact: 'Postgres itself has nothing to say',
		of: cluster => countOf(cluster, 'library/postgres:', Infinity, /FATAL|ERROR/),
		is: 0,
	},
] satisfies ScenarioExample[];
