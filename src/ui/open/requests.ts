import type {ObjectRef} from '../../model/finding.ts';
import type {RouteTraffic, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {Go} from '../contract.ts';
import {FIRST_WINDOW, type RequestWindow} from '../requests/window.ts';
import {refOf} from './object.ts';

/** The service whose routes a page shows, over which time. */
export interface RequestsArgument {
	readonly service: ObjectRef;
	readonly window: RequestWindow;
}

/** One of its routes. */
export interface RouteArgument extends RequestsArgument {
	/** `GET /items/{id}` */
	readonly route: string;
	/** Asked by probes and scrapers. */
	readonly isProbe: boolean;
}

/**
 * The page of the routes of a service.
 * @param at uid of the route that the cursor starts on
 */
export function requestsPage(service: ObjectRef, at?: string): Go {
	const argument: RequestsArgument = {service: refOf(service), window: FIRST_WINDOW};
	return {to: 'pane', pane: {id: 'routes', argument, at}, above: [{id: 'routes-head', argument}]};
}

/** The page of the requests of one route. */
export function routePage(argument: RouteArgument): Go {
	return {to: 'pane', pane: {id: 'route-requests', argument}, above: [{id: 'route-durations', argument}]};
}

/** What is known of the route of an argument; undefined once it is forgotten. */
export function routeOf(
	{routes, probes}: Pick<ServiceTraffic, 'routes' | 'probes'>,
	{route: wanted, isProbe}: RouteArgument,
): RouteTraffic | undefined {
	return (isProbe ? probes : routes).find(({route}) => route === wanted);
}

/** The service whose log is to tell how long its requests took. */
export interface TimingArgument {
	readonly service: ObjectRef;
}

/** The page of what must be added for that. */
export function timingPage(service: ObjectRef): Go {
	const argument: TimingArgument = {service: refOf(service)};
	return {to: 'pane', pane: {id: 'timing-fix', argument}};
}
