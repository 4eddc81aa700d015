import {defineRule} from '../../contract.ts';
import {counted} from '../../phrases.ts';
import {whatChanged} from '../../what-changed.ts';
import {twoRevisions} from '../../traffic/failing.ts';
import {durationInWords, p95Of} from '../../traffic/figures.ts';
import {evidenceOfRequest, measured} from '../../traffic/seen.ts';
import {isSlower} from '../../traffic/slow.ts';

const EVIDENCE_MAX = 2;

export default defineRule({
	id: 'slow-new-revision',
	title: 'a new revision that is slower than the one before',
	why: 'The same requests take at least twice as long since the rollout, while the old pods answer as before.',
	remedy: 'Roll back, then look at what changed on the slow route.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision'],
	place: 'failure',
	*find(subject, cluster) {
		const {service, rollBack, object} = subject;
		const traffic = cluster.trafficOf(service);
		if (traffic === undefined || service.current === undefined) return;
		const slower = [
			{route: '', two: twoRevisions(traffic)},
			...traffic.routes.map(one => ({route: one.route, two: twoRevisions(one)})),
		].flatMap(({route, two}) =>
			two !== undefined &&
			two.fresh.revision === service.current?.label &&
			isSlower(two.fresh.total, two.old.total)
				? [{route, ...two}]
				: [],
		);
		const routes = slower.filter(({route}) => route !== '');
		// When one route is slower so is the whole; the route tells more.
		const told = routes.length === 1 ? routes[0] : slower[0];
		if (told === undefined) return;
		const {route, fresh, old} = told;
		const [now, before] = [p95Of(fresh.total.m5) ?? 0, p95Of(old.total.m15) ?? 0];
		const seen = traffic.slow.filter(
			one => one.source.revision === fresh.revision && (route === '' || one.route === route),
		);
		const figures = `p95 ${durationInWords(now)} on ${fresh.revision}, ${durationInWords(before)} on ${old.revision}`;
		yield {
			verdict: 'struggling',
			confidence: fresh.total.m5.count >= 2 * MANY ? 'certain' : 'likely',
			title: `${route === '' ? 'Requests are' : `${route} is`} slower on the new ${fresh.revision}: ${figures}`,
			because: [
				`${counted(fresh.total.m5.count, 'request')} on ${fresh.revision}, ${old.total.m15.count} on ${old.revision}`,
				whatChanged(service),
			]
				.filter(text => text !== '')
				.join('; '),
			pods: subject.pods,
			evidence: [...seen.slice(0, EVIDENCE_MAX).map(evidenceOfRequest), measured(object, figures, traffic.at)],
			next: [
				...(rollBack === undefined ? [] : [rollBack]),
				`look at what ${fresh.revision} does differently${route === '' ? '' : ` on ${route}`}`,
			],
			since: service.current.createdAt,
		};
	},
});

/** Of so many a percentile moves no more by chance. */
const MANY = 50;
