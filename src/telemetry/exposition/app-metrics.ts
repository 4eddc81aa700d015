import type {AppMetrics} from '../../model/app-metrics.ts';
import type {PoolMetric} from '../contract.ts';
import {HTTP_NAMES, readHttp} from './http-metrics.ts';
import {createNameIndex} from './name-index.ts';
import {readExposition} from './read-exposition.ts';
import {samplesByName} from './samples.ts';

const STARTED = 'process_start_time_seconds';

/**
 * Makes a reader of scrapes: connections by the entries, requests by the usual instrumentations. It remembers which names are of no
 * interest, so one reader is for all pods.
 * @returns reads a body that was scraped `at` milliseconds since 1970; never throws, whatever the body is
 */
export function createMetricsReader(metrics: readonly PoolMetric[]): (body: string, at: number) => AppMetrics {
	const nameOf = createNameIndex([STARTED, ...HTTP_NAMES, ...metrics.flatMap(({names}) => names)]);
	return (body, at) => {
		const {samples: found, lines, problems, isCut} = readExposition(body, name => nameOf(name) !== undefined);
		const samples = samplesByName(found, nameOf);
		const readings = metrics.map(metric => metric.read(samples));
		const starts = samples.of(STARTED).filter(({prefix, value}) => prefix === '' && value > 0);
		return {
			at,
			// Several processes as one have several, or none.
			startedAt: starts.length === 1 ? (starts[0]?.value ?? 0) * 1000 : undefined,
			pools: readings.flatMap(({pools = []}) => pools),
			servers: readings.flatMap(({servers = []}) => servers),
			poolers: readings.flatMap(({poolers = []}) => poolers),
			http: readHttp(samples),
			lines,
			problems,
			isCut,
		};
	};
}
