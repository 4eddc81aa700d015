import {formatDuration} from '../../../lib/figures.ts';
import type {ServiceTraffic} from '../../../services/traffic/contract.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {requestsPage, timingPage} from '../../open/requests.ts';
import type {RouteRow} from '../../requests/route-row.ts';
import {slowRoutes} from '../../requests/slow-routes.ts';
import {markOfFigures} from '../../requests/tones.ts';
import {FIRST_WINDOW} from '../../requests/window.ts';
import {calmWords, rateWords, sourceWords, untimed} from '../../requests/words.ts';
import {slowColumns} from './columns.ts';

/** Routes that are slow or fail, the dearest first; of the service under the cursor, or of all. */
export default defineTablePane<RouteRow>({
	id: 'slow-requests',
	shape: 'table',
	title(input) {
		const because = untimedWords(input);
		if (because !== undefined) return `slow requests · ${because} · enter: the fix`;
		const name = nameOf(input);
		return `slow requests >${formatDuration(input.session.traffic.slowMs)} 5m${name === undefined ? '' : ` of ${name}`}`;
	},
	kinds: () => [],
	rows: input => slowRoutes(input.service, input),
	wholeKind: () => undefined,
	columns: (_, {offsetMs}) => slowColumns(offsetMs),
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({figures}) => markOfFigures(figures),
	enter: ({service, uid}, {session}) =>
		isUntimed(session.traffic.of(service.uid)) ? timingPage(service) : requestsPage(service, uid),
	object: ({service}) => service,
	empty: input => (input.service === undefined ? calmOfAll(input) : calmOf(input.service, input)),
});

function isUntimed(traffic: ServiceTraffic | undefined): boolean {
	return traffic !== undefined && untimed(traffic) !== undefined;
}

function nameOf({service, world}: PaneInput): string | undefined {
	return world.services.find(({uid}) => uid === service)?.name;
}

/** Only of one service: with several it is said of each on its own page. */
function untimedWords({service, session, world}: PaneInput): string | undefined {
	const known = service === undefined ? world.services.map(({uid}) => uid) : [service];
	const told = known.flatMap(uid => session.traffic.of(uid) ?? []).filter(({timing}) => timing !== 'unknown');
	const reasons = new Set(told.map(traffic => untimed(traffic)?.because));
	return reasons.size === 1 ? [...reasons][0] : undefined;
}

function calmOf(service: string, {session}: PaneInput): string {
	const because = session.traffic.because(service);
	const traffic = session.traffic.of(service);
	if (traffic === undefined) return because === '' ? 'its logs are not read yet' : because;
	return `${calmWords(traffic, FIRST_WINDOW)}${because === '' ? '' : ` · ${because}`}`;
}

/** Of all services together, as far as they are read. */
function calmOfAll({session, world}: PaneInput): string {
	const reasons = new Set(world.services.map(({uid}) => session.traffic.because(uid)).filter(text => text !== ''));
	const read = world.services.flatMap(({uid}) => session.traffic.of(uid) ?? []);
	const [because] = reasons;
	if (read.length === 0) return because ?? 'no logs are read yet';
	const calm = read.every(({total}) => total.m5.count === 0)
		? 'no request in 5m'
		: `no request over ${formatDuration(session.traffic.slowMs)} in 5m · ${rateWords(read, FIRST_WINDOW)} ${[...new Set(read.map(sourceWords))].join(' and ')}`;
	return `${calm}${because === undefined ? '' : ` · ${because}`}`;
}
