import type {ScenarioExample} from '../../contract.ts';
import {leastRestarts, readiness} from '../../shop/facts.ts';
import {countOf} from '../../shop/request-facts.ts';

const API = 'shop/api:';

export default [
	{
		atMs: 60_000,
		fact: 'no request says in the log how long it took',
		of: cluster => countOf(cluster, API, 60_000, /"duration_ms"|\bms\b|\bs$/),
		is: 0,
	},
	{
		atMs: 60_000,
		fact: 'its pods say where their metrics are',
		of: cluster =>
			cluster
				.list('pods', 'shop')
				.filter(({metadata}) => metadata.annotations?.['prometheus.io/scrape'] === 'true')
				.map(({metadata}) => metadata.name.split('-')[0]),
		is: ['api', 'api', 'api'],
	},
	{
		atMs: 300_000,
		fact: 'all is well',
		of: cluster => [...readiness(cluster), leastRestarts(cluster, API)],
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2', 0],
	},
] satisfies ScenarioExample[];
