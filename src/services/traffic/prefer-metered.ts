import type {SeenRequest, ServiceTraffic} from './contract.ts';
import {OTHER_ROUTES} from './route-names.ts';

/**
 * What the service itself counts wins over what its logs tell, since it misses nothing: unless it tells less of it. Single requests,
 * and what the logs complain about, remain theirs.
 * @param metered undefined while no whole minute is covered
 */
export function preferMetered(
	logged: ServiceTraffic | undefined,
	metered: ServiceTraffic | undefined,
): ServiceTraffic | undefined {
	if (metered === undefined || logged === undefined) return logged ?? metered;
	if (tellsLess(metered, logged)) return logged;
	const {formats, incidents, slow, failed, slowMs} = logged;
	const rename = renamingTo(metered.routes.map(({route}) => route));
	return {...metered, slowMs, formats, incidents, slow: slow.map(rename), failed: failed.map(rename)};
}

function tellsLess(metered: ServiceTraffic, logged: ServiceTraffic): boolean {
	if (logged.timing === 'unknown') return metered.timing === 'unknown';
	// Requests that are only counted are in the log, too; and one that shows none may count those of another port.
	if (metered.timing !== 'all' || metered.total.m5.count === 0) return true;
	const isNamed = ({routes}: ServiceTraffic): boolean => routes.some(({route}) => route !== OTHER_ROUTES);
	return isNamed(logged) && !isNamed(metered);
}

/** A log names what is different in a path `{id}`, the framework as its author did: `{item_id}`, `:item`, `<int:item>`. */
function renamingTo(routes: readonly string[]): (seen: SeenRequest) => SeenRequest {
	const names = new Map(routes.map(route => [shapeOf(route), route]));
	return seen => {
		const route = names.get(shapeOf(seen.route)) ?? seen.route;
		return route === seen.route ? seen : {...seen, route};
	};
}

function shapeOf(route: string): string {
	return route.replace(VARIABLE, '/{}');
}

const VARIABLE = /\/(?:\{[^{}/]{0,60}\}|<[^<>/]{0,60}>|:\w{1,60}|\[\w{1,60}\])(?=\/|$)/g;
