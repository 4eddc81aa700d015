import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';
import {countOf, failedShareOf, linesOf} from '../../shop/request-facts.ts';

const API = 'shop/api:1.9.0';
const REFUSED = /FATAL: {2}password authentication failed for user "shop"$/;

export default [
	{
		atMs: 15_000,
		fact: 'before, nobody is refused',
		of: cluster => countOf(cluster, API, Infinity, REFUSED),
		is: 0,
	},
	{
		atMs: 60_000,
		fact: 'the Secret has another password',
		of: cluster => cluster.get('secrets', 'shop', 'postgres')?.['data'],
		is: {password: 'bm90LWEtcmVhbC1wYXNzd29yZC1laXRoZXI='},
	},
	{
		atMs: 60_000,
		fact: 'the pods are those from before',
		of: cluster => [linesOf(cluster, API, Infinity).length, ...readiness(cluster)],
		is: [3, 'api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
	{
		atMs: 60_000,
		fact: 'new connections of all of them are refused',
		of: cluster => linesOf(cluster, API, 30_000).map(lines => lines.some(line => REFUSED.test(line))),
		is: [true, true, true],
	},
	{
		atMs: 180_000,
		fact: 'with each connection that is renewed it gets worse',
		of: cluster => failedShareOf(cluster, API, 20_000, /^/) > 0.45,
		is: true,
	},
	{
		atMs: 180_000,
		fact: 'Postgres notes it, too',
		of: cluster => countOf(cluster, 'library/postgres:', 60_000, REFUSED) > 10,
		is: true,
	},
] satisfies ScenarioExample[];
