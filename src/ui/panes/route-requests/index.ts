import {NOTHING, orNothing} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {formatDuration} from '../../../lib/figures.ts';
import type {Row} from '../../../model/row.ts';
import type {SeenRequest} from '../../../services/traffic/contract.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {moment} from '../../finding/words.ts';
import {openRequest} from '../../open/request.ts';
import type {RouteArgument} from '../../open/requests.ts';

interface RequestRow extends Row {
	readonly kind: 'request';
	readonly seen: SeenRequest;
	readonly isSlow: boolean;
}

/** Single requests of a route that were slow or failed, the newest first. */
export default defineTablePane<RequestRow>({
	id: 'route-requests',
	shape: 'table',
	title: ({argument}) => (argument as RouteArgument).route,
	kinds: () => ['pod'],
	rows: rowsOf,
	wholeKind: () => undefined,
	columns: (_, {offsetMs}) => columnsAt(offsetMs),
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({seen, isSlow}) => (isFailed(seen) || isSlow ? 'struggling' : 'healthy'),
	enter: ({seen}, {argument, world}) => openRequest(seen, (argument as RouteArgument).service, world.now),
	object: ({seen: {source}}) => ({kind: 'pod', namespace: source.namespace, name: source.pod, uid: source.podUid}),
	empty({argument, session}) {
		const {service, route} = argument as RouteArgument;
		const isTimed = session.traffic.of(service.uid)?.timing !== 'none';
		const slow = isTimed ? `took over ${formatDuration(session.traffic.slowMs)} or failed` : 'failed';
		return `no request of ${route} ${slow}, as far as is remembered`;
	},
});

function rowsOf({argument, session}: PaneInput): readonly RequestRow[] {
	const {service, route} = argument as RouteArgument;
	const traffic = session.traffic.of(service.uid);
	if (traffic === undefined) return [];
	// One that was slow and failed is in both lists.
	const own = new Set([...traffic.slow, ...traffic.failed].filter(seen => seen.route === route));
	const known = new Map<string, number>();
	return [...own]
		.toSorted((a, b) => b.at - a.at)
		.flatMap(seen => {
			const key = keyOf(seen);
			const before = known.get(key) ?? 0;
			known.set(key, before + 1);
			return [rowOf(seen, before === 0 ? key : `${key} ${before}`, traffic.slowMs)];
		});
}

function keyOf({at, source, request}: SeenRequest): string {
	return `${at} ${source.key} ${request.id} ${request.path}`;
}

function rowOf(seen: SeenRequest, uid: string, slowMs: number): RequestRow {
	return {
		kind: 'request',
		uid,
		name: seen.request.path,
		namespace: seen.source.namespace,
		createdAt: seen.at,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		seen,
		isSlow: (seen.request.durationMs ?? 0) >= slowMs,
	};
}

function isFailed({request}: SeenRequest): boolean {
	return request.status >= 500;
}

/** @param offsetMs how far the clocks on the user's wall are ahead of UTC */
function columnsAt(offsetMs: number): readonly Column<RequestRow>[] {
	return [
		{
			id: 'age',
			title: 'TIME',
			width: {min: 8, max: 10},
			priority: 1,
			value: ({seen}, {now}) => moment(seen.at, {now, offsetMs}),
			sort: ({seen}, {now}) => now - seen.at,
		},
		{
			id: 'duration',
			title: 'TOOK',
			align: 'right',
			width: {min: 5, max: 6},
			priority: 2,
			value: ({seen}) => formatDuration(seen.request.durationMs),
			tone: ({isSlow}) => (isSlow ? 'struggling' : undefined),
			sort: ({seen}) => seen.request.durationMs ?? -1,
		},
		{
			id: 'status',
			title: 'STATUS',
			align: 'right',
			width: {min: 6, max: 6},
			priority: 3,
			value: ({seen: {request}}) => (request.status === 0 ? NOTHING : String(request.status)),
			tone: ({seen}) => (isFailed(seen) ? 'doomed' : undefined),
			sort: ({seen}) => seen.request.status,
		},
		// A pod's own part of its name is at its end: the column is named so that it is cut before that.
		{id: 'name', title: 'POD', width: {min: 14, max: 50}, priority: 4, value: ({seen}) => seen.source.pod},
		{
			id: 'revision',
			title: 'REV',
			width: {min: 6, max: 12},
			priority: 5,
			value: ({seen}) => orNothing(seen.source.revision),
		},
		{
			id: 'request',
			title: 'REQUEST ID',
			width: {min: 10, max: 40},
			priority: 7,
			value: ({seen}) => orNothing(seen.request.id),
		},
		{
			id: 'path',
			title: 'PATH',
			width: {min: 12, max: 200},
			priority: 6,
			value: ({seen}) => orNothing(seen.request.path),
		},
	];
}
