import type {ScenarioExample} from '../../contract.ts';
import {readiness, warnings} from '../../shop/facts.ts';
import {countOf} from '../../shop/request-facts.ts';

const API = 'shop/api:';

export default [
	{
		atMs: 60_000,
		fact: 'several hundred requests a minute are noted',
		of: cluster =>
			countOf(cluster, API, 60_000, /^INFO: {5}10\.244\.3\.\d:\d+ - "(?:GET|POST) \/\S+ HTTP\/1\.1" /) > 500,
		is: true,
	},
	{
		atMs: 60_000,
		fact: 'none of them says how long it took',
		of: cluster => countOf(cluster, API, 60_000, /"duration_ms"|\bms\b|\bs$/),
		is: 0,
	},
	{
		atMs: 60_000,
		fact: 'probes are noted alike',
		of: cluster => countOf(cluster, API, 60_000, /"GET \/(?:readyz|livez) HTTP\/1\.1" 200 OK$/),
		is: 54,
	},
	{
		atMs: 300_000,
		fact: 'all is well',
		of: cluster => [...readiness(cluster), ...warnings(cluster)],
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
] satisfies ScenarioExample[];
