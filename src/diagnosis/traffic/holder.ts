import type {RouteTraffic, ServiceTraffic} from '../../services/traffic/contract.ts';
import {durationInWords, p95Of} from './figures.ts';

/** The route on which requests take longest; where nothing is timed, the one on which most fail. */
export function holderOf({routes}: ServiceTraffic): Holder | undefined {
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

/** The route that most likely holds connections for long. */
interface Holder {
	readonly route: string;
	readonly words: string;
}
