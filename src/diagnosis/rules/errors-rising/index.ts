import type {RouteTraffic} from '../../../services/traffic/contract.ts';
import {defineRule} from '../../contract.ts';
import {counted, listed} from '../../phrases.ts';
import {reasonFor} from '../../traffic/complaints.ts';
import {failingOf, failsOnlyNew} from '../../traffic/failing.ts';
import {ENOUGH, errorShare, shareInWords} from '../../traffic/figures.ts';
import {hitting, readyAllTheSame, writersOf} from '../../traffic/hits.ts';
import {ofNewest} from '../../traffic/newest.ts';
import {evidenceOfIncident, evidenceOfRequest, measured} from '../../traffic/seen.ts';

const ROUTES_MAX = 3;

/** So many fail that a health check that says nothing about it is part of the story. */
const MANY = 0.1;

export default defineRule({
	id: 'errors-rising',
	title: 'requests that fail',
	why: 'More than one of a hundred requests is answered with 5xx, and more than before, though the pods may all be Ready.',
	remedy: 'Look at the exception or the trouble that the log tells of in the same minutes.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const failing = traffic && failingOf(subject, traffic);
		if (traffic === undefined || failing === undefined) return;
		// That is told by itself.
		const {current} = subject.service;
		if (current !== undefined && failsOnlyNew(traffic)?.fresh.revision === current.label) return;
		const {errors, count, share, routes, seen} = failing;
		const ready = readyAllTheSame(subject);
		const reason = reasonFor(subject, traffic);
		const newest = ofNewest(subject, seen, cluster.now);
		const {earlier} = traffic.total;
		const on = listed(
			routes.map(({route}) => route),
			ROUTES_MAX,
		);
		const isLie = ready !== '' && share >= MANY;
		const words = `${isLie ? 'Ready, but ' : ''}${shareInWords(share)} of requests fail${on === '' ? '' : ` on ${on}`}`;
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: onlyOf(words, routes, failing),
			because: [
				reason?.words ?? '',
				`${errors} of ${counted(count, 'request')} in the last 5 minutes answered with 5xx`,
				earlier.count < ENOUGH ? '' : `${shareInWords(errorShare(earlier))} before`,
				...newest.because,
				isLie ? ready : '',
			]
				.filter(text => text !== '')
				.join('; '),
			...hitting(subject, writersOf(seen)),
			evidence: [
				...(reason === undefined ? [] : evidenceOfIncident(reason.incident)),
				...seen.slice(0, 3).map(evidenceOfRequest),
				measured(subject.object, `${errors} of ${count} requests failed`, traffic.at),
			],
			next: [
				...newest.next,
				reason === undefined
					? `look at the log around a failed request of ${routes[0]?.route ?? 'it'}`
					: reason.next,
			],
			since: seen.length === 0 ? undefined : Math.min(...seen.map(({at}) => at)),
		};
		subject.lookAgainAt(cluster.now + LOOK_AGAIN_MS);
	},
});

const LOOK_AGAIN_MS = 15_000;

/** One route of several, with its own share: 4 % of all may be every one of them. */
function onlyOf(words: string, routes: readonly RouteTraffic[], {share}: {readonly share: number}): string {
	const [only, ...more] = routes;
	if (only === undefined || more.length > 0) return words;
	const own = errorShare(only.total.m5);
	return own < 1.5 * share ? words : `${words} (${shareInWords(own)} of its own)`;
}
