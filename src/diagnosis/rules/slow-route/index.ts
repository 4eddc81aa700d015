import type {Evidence} from '../../../model/finding.ts';
import type {Row} from '../../../model/row.ts';
import type {ServiceTraffic} from '../../../services/traffic/contract.ts';
import {defineRule} from '../../contract.ts';
import {counted, listed} from '../../phrases.ts';
import {durationInWords, shareInWords} from '../../traffic/figures.ts';
import {hitting, writersOf} from '../../traffic/hits.ts';
import {ofNewest} from '../../traffic/newest.ts';
import {evidenceOfRequest, measured} from '../../traffic/seen.ts';
import {type SlowRoute, slowRoutes} from '../../traffic/slow.ts';

/** One cause makes many routes slow; they are told together. */
const ROUTES_MAX = 3;
const EVIDENCE_MAX = 3;

export default defineRule({
	id: 'slow-route',
	title: 'routes whose requests take long',
	why: 'One of twenty requests takes more than a second, or several times as long as before; users wait, and connections and workers are held.',
	remedy: 'Look at what the route waits for: queries, other services, locks.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const slow = traffic === undefined ? [] : slowRoutes(subject, traffic);
		const [first, ...others] = slow;
		if (traffic === undefined || first === undefined) return;
		const seen = slow.flatMap(one => one.seen);
		const newest = ofNewest(subject, seen, cluster.now);
		const names = listed(
			slow.map(({route}) => route.route),
			ROUTES_MAX,
		);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${names} ${others.length === 0 ? 'is' : 'are'} slow: p95 ${durationInWords(first.p95Ms)}${others.length === 0 ? '' : ` on ${first.route.route}`}`,
			because: [
				`${counted(first.count, 'request')} in the last 5 minutes`,
				...shareWords(first, traffic),
				...(first.beforeMs === undefined ? [] : [`p95 was ${durationInWords(first.beforeMs)} before`]),
				...newest.because,
			].join('; '),
			...hitting(subject, writersOf(seen)),
			evidence: evidenceOf(slow, traffic.at, subject.object),
			next: [
				...newest.next,
				`look at what ${first.route.route} waits for: queries, other services, locks`,
				...(first.beforeMs === undefined ? [] : ['look at what changed since it was quick']),
			],
			since: seen.length === 0 ? undefined : Math.min(...seen.map(({at}) => at)),
		};
		subject.lookAgainAt(cluster.now + LOOK_AGAIN_MS);
	},
});

const LOOK_AGAIN_MS = 15_000;

/** Where only slow requests are timed, they take all the time that is known. */
function shareWords({route: {share}}: SlowRoute, {timing}: ServiceTraffic): readonly string[] {
	return share === undefined || timing !== 'all' ? [] : [`${shareInWords(share)} of the time that all routes take`];
}

/** The slowest of the requests that are told of; without any the figure itself. */
function evidenceOf(slow: readonly SlowRoute[], at: number, object: Row): readonly Evidence[] {
	const requests = slow
		.flatMap(({seen}) =>
			seen.toSorted((a, b) => (b.request.durationMs ?? 0) - (a.request.durationMs ?? 0)).slice(0, 2),
		)
		.slice(0, EVIDENCE_MAX)
		.map(evidenceOfRequest);
	if (requests.length > 0) return requests;
	return slow
		.slice(0, EVIDENCE_MAX)
		.map(({route, p95Ms}) => measured(object, `${route.route}: p95 ${durationInWords(p95Ms)}`, at));
}
