import {defineTablePane, type PaneInput} from '../../contract.ts';
import {type RequestsArgument, routePage} from '../../open/requests.ts';
import type {RouteTraffic} from '../../../services/traffic/contract.ts';
import {routeRow, type RouteRow} from '../../requests/route-row.ts';
import {markOfFigures} from '../../requests/tones.ts';
import {routeColumns} from './columns.ts';

/** The routes of a service, the dearest first; those of probes at the end. */
export default defineTablePane<RouteRow>({
	id: 'routes',
	shape: 'table',
	title: ({argument}) => `${(argument as RequestsArgument).service.name} routes`,
	kinds: () => [],
	rows: rowsOf,
	wholeKind: () => undefined,
	columns: () => routeColumns,
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({figures, isProbe}) => (isProbe ? 'healthy' : markOfFigures(figures)),
	enter: ({route, isProbe}, {argument}) => routePage({...(argument as RequestsArgument), route, isProbe}),
	object: ({service}) => service,
	empty({argument, world, session}) {
		const {service, window} = argument as RequestsArgument;
		if (!world.services.some(({uid}) => uid === service.uid)) return `${service.name} is gone`;
		return session.traffic.of(service.uid) === undefined
			? `nothing is known of the requests of ${service.name}`
			: `no request in ${window.title}`;
	},
});

function rowsOf({argument, world, session}: PaneInput): readonly RouteRow[] {
	const {service: wanted, window} = argument as RequestsArgument;
	const service = world.services.find(({uid}) => uid === wanted.uid);
	const traffic = session.traffic.of(wanted.uid);
	if (service === undefined || traffic === undefined) return [];
	const look = {window, slowMs: traffic.slowMs};
	const {durations} = traffic.total[window.id];
	const isAsked = ({total}: RouteTraffic): boolean => total[window.id].count > 0;
	const costOf = ({total}: RouteTraffic): number => total[window.id].durations.sumMs;
	const asked = traffic.routes.filter(isAsked).toSorted((a, b) => costOf(b) - costOf(a));
	return [
		...asked.map(route =>
			routeRow(route, service, look, {
				share: durations.sumMs > 0 ? costOf(route) / durations.sumMs : undefined,
			}),
		),
		...traffic.probes.filter(isAsked).map(route => routeRow(route, service, look, {isProbe: true})),
	];
}
