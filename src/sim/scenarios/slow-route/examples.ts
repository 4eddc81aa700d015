import type {ScenarioExample} from '../../contract.ts';
import {readiness} from '../../shop/facts.ts';
import {p95Of} from '../../shop/request-facts.ts';

const API = 'shop/api:';
const ITEM = /^\/items\/\d+$/;
const OTHERS = /^\/(?:items(?:\?|$)|search|cart|checkout|orders)/;
const MINUTE_MS = 60_000;

export default [
	{
		atMs: 2 * MINUTE_MS,
		fact: 'all pods stay ready',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
	{
		atMs: 0,
		fact: 'of twenty requests for an item one takes more than three seconds',
		of: cluster => p95Of(cluster, API, 2 * MINUTE_MS, ITEM) > 3000,
		is: true,
	},
	{
		atMs: 0,
		fact: 'no other route is slow',
		of: cluster => p95Of(cluster, API, 2 * MINUTE_MS, OTHERS) < 500,
		is: true,
	},
	{
		atMs: MINUTE_MS,
		fact: 'it goes on',
		of: cluster => p95Of(cluster, API, MINUTE_MS, ITEM) > 3000,
		is: true,
	},
] satisfies ScenarioExample[];
