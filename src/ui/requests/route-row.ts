import type {ObjectRef} from '../../model/finding.ts';
import type {Row} from '../../model/row.ts';
import type {Figures, RouteTraffic, SeenRequest, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import {refOf} from '../open/object.ts';
import type {RequestWindow} from './window.ts';

/** A route of a service as a row; `name` is what is shown of it. */
export interface RouteRow extends Row {
	readonly kind: 'route';
	/** `GET /items/{id}` */
	readonly route: string;
	readonly service: ObjectRef;
	/** What a slow request takes at least, in milliseconds. */
	readonly slowMs: number;
	/** Over the window that is shown. */
	readonly figures: Figures;
	/** The newest revision and the one before, while both answer requests of it. */
	readonly pair: RevisionPair | undefined;
	/** Of the time that all routes took in the window, 0 to 1; undefined when that is not told. */
	readonly share: number | undefined;
	/** Asked by probes and scrapers, and in no sum. */
	readonly isProbe: boolean;
	readonly lastAt: number;
	/** The newest request that was slow or failed, when one is remembered. */
	readonly last: SeenRequest | undefined;
}

export interface RevisionPair {
	readonly fresh: {readonly revision: string; readonly figures: Figures};
	readonly old: {readonly revision: string; readonly figures: Figures};
}

/** The same as long as it is the same route. */
function routeUid(service: string, route: string): string {
	return `${service}/${route}`;
}

export function routeRow(
	{route, total, revisions, lastAt}: RouteTraffic,
	service: ServiceRow,
	{window, slowMs}: {readonly window: RequestWindow; readonly slowMs: number},
	more: Partial<Pick<RouteRow, 'name' | 'isProbe' | 'last' | 'share'>> = {},
): RouteRow {
	const {name = route, isProbe = false, last, share} = more;
	return {
		kind: 'route',
		uid: routeUid(service.uid, isProbe ? `probe ${route}` : route),
		name,
		namespace: service.namespace,
		createdAt: 0,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		route,
		service: refOf(service),
		slowMs,
		figures: total[window.id],
		pair: pairOf(revisions, window),
		share,
		isProbe,
		lastAt,
		last,
	};
}

/** The two newest revisions that answered requests in the window; undefined while one does alone. */
export function pairOf(
	revisions: RouteTraffic['revisions'],
	window: Pick<RequestWindow, 'id'>,
): RevisionPair | undefined {
	const [fresh, old] = revisions
		.map(({revision, total}) => ({revision, figures: total[window.id]}))
		.filter(({figures}) => figures.count > 0);
	return fresh === undefined || old === undefined ? undefined : {fresh, old};
}

/** By route, the newest request that was slow or failed. */
export function lastSeen({slow, failed}: Pick<ServiceTraffic, 'slow' | 'failed'>): ReadonlyMap<string, SeenRequest> {
	const last = new Map<string, SeenRequest>();
	for (const seen of [...slow, ...failed]) {
		const before = last.get(seen.route);
		if (before === undefined || before.at < seen.at) last.set(seen.route, seen);
	}
	return last;
}
