import type {PaneInput} from '../contract.ts';
import type {RouteTraffic, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import {lastSeen, routeRow, type RouteRow} from './route-row.ts';
import {SLOW_P95_MS} from './tones.ts';
import {FIRST_WINDOW} from './window.ts';

type Known = Pick<PaneInput, 'world' | 'session'>;

/** They come the dearest first: what is beyond takes no time. */
const ROUTES_LOOKED_AT = 200;

/** More than any screen has rows. */
const ROWS_MAX = 100;

/**
 * Routes that are slow or fail, in the last five minutes; of one service or of all, the dearest first. Where no request tells how long it
 * took, all routes of a service may be slow: they come too, and when all services are told, one of them in place of all.
 */
export function slowRoutes(service: string | undefined, {world, session}: Known): readonly RouteRow[] {
	const chosen = service === undefined ? world.services : world.services.filter(({uid}) => uid === service);
	const isAlone = service !== undefined;
	const rows = chosen.flatMap(one => {
		const traffic = session.traffic.of(one.uid);
		return traffic === undefined ? [] : routesOf(one, traffic, isAlone);
	});
	const ordered = isAlone
		? rows
		: rows.toSorted((a, b) => costOf(b) - costOf(a) || b.figures.count - a.figures.count);
	return ordered.slice(0, ROWS_MAX);
}

/** Whether there is one at all: then the pane has rows, whichever service the cursor is on. */
export function isAnyRouteSlow({world, session}: Known): boolean {
	return world.services.some(({uid}) => {
		const traffic = session.traffic.of(uid);
		if (traffic === undefined || traffic.total.m5.count === 0) return false;
		return (
			traffic.timing === 'none' ||
			traffic.routes.slice(0, ROUTES_LOOKED_AT).some(route => isTold(route, traffic.slowMs))
		);
	});
}

function routesOf(service: ServiceRow, traffic: ServiceTraffic, isAlone: boolean): readonly RouteRow[] {
	const {routes, timing, slowMs} = traffic;
	const last = lastSeen(traffic);
	return routes
		.slice(0, ROUTES_LOOKED_AT)
		.filter(
			(route, index) =>
				isTold(route, slowMs) || (timing === 'none' && isAsked(route) && (isAlone || index === 0)),
		)
		.map(route =>
			routeRow(
				route,
				service,
				{window: FIRST_WINDOW, slowMs},
				{
					name: isAlone ? route.route : `${service.name}: ${route.route}`,
					last: last.get(route.route),
				},
			),
		);
}

function isAsked({total}: RouteTraffic): boolean {
	return total.m5.count > 0;
}

function isTold({total}: RouteTraffic, slowMs: number): boolean {
	const {serverErrors, durations} = total.m5;
	if (serverErrors > 0) return true;
	// The longest is known at once; a percentile has to be looked for.
	if ((durations.maxMs ?? 0) <= Math.min(SLOW_P95_MS, slowMs)) return false;
	return slowCount(durations, slowMs) > 0 || (durations.quantile(0.95) ?? 0) > SLOW_P95_MS;
}

/** Single requests above the threshold. */
export function slowCount(durations: RouteTraffic['total']['m5']['durations'], slowMs: number): number {
	return durations.between(slowMs, Infinity);
}

function costOf({figures}: RouteRow): number {
	return figures.durations.sumMs;
}
