import type {RouteTraffic, ServiceTraffic} from '../../../services/traffic/contract.ts';
import {defineRule} from '../../contract.ts';
import {durationInWords, p95Of} from '../../traffic/figures.ts';
import {servingFindings} from '../../traffic/serving-findings.ts';
import {poolOf} from './pool.ts';

export default defineRule({
	id: 'pool-exhausted',
	title: 'a pool of connections of which none is free',
	why: 'All connections of a process are in use: further requests wait until one comes back, and fail when none does, though the database may be well.',
	remedy: 'Look at what holds connections for long: slow queries, long transactions, connections that are never given back; then at the size of the pool.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		// The readiness probe may want a connection, too: pods that are not ready any more count.
		yield* servingFindings(
			subject,
			cluster,
			['pool'],
			({trouble, dependency, traffic}) => {
				const {words, because} = poolOf(trouble.line);
				const holder = slowestOf(traffic);
				const to = dependency.label === 'what it connects to' ? '' : ` to ${dependency.label}`;
				return {
					words: `the pool of connections${to} is ${words}`,
					because: [
						...because,
						...(holder === undefined ? [] : [`slowest in the same minutes: ${holder.words}`]),
					],
					next: [
						holder === undefined
							? 'look for what holds connections for long: slow queries, long transactions, leaks'
							: `look at ${holder.route}, which holds connections for long`,
						'enlarge the pool, when the database allows so many connections for all pods',
					],
				};
			},
			false,
		);
	},
});

interface Holder {
	readonly route: string;
	readonly words: string;
}

/** The route on which requests take longest; where nothing is timed, the one on which most fail. */
function slowestOf({routes}: ServiceTraffic): Holder | undefined {
	const timed = routes.flatMap(route => {
		const p95Ms = p95Of(route.total.m5);
		return p95Ms === undefined ? [] : [{route, p95Ms}];
	});
	const [slowest] = timed.toSorted((a, b) => b.p95Ms - a.p95Ms);
	if (slowest !== undefined && slowest.p95Ms >= LONG_MS)
		return {route: slowest.route.route, words: `${slowest.route.route}, p95 ${durationInWords(slowest.p95Ms)}`};
	const errors = ({total}: RouteTraffic): number => total.m5.serverErrors;
	const [failing] = routes.toSorted((a, b) => errors(b) - errors(a));
	if (failing === undefined || errors(failing) === 0) return undefined;
	return {route: failing.route, words: `${failing.route}, ${errors(failing)} of ${failing.total.m5.count} failed`};
}

const LONG_MS = 300;
