import {defineRule} from '../../contract.ts';
import {counted} from '../../phrases.ts';
import {durationInWords} from '../../traffic/figures.ts';
import {hitting} from '../../traffic/hits.ts';
import {heardLately, sinceOf} from '../../traffic/heard-lately.ts';
import {evidenceOfIncident, evidenceOfRequest} from '../../traffic/seen.ts';

export default defineRule({
	id: 'worker-timeout',
	title: 'worker processes that are killed because they are silent for too long',
	why: 'A request, or what runs beside it, blocks a worker for longer than gunicorn waits; all that it was doing is lost.',
	remedy: 'Look at the slowest route; do long work elsewhere, or raise the timeout of gunicorn.',
	about: 'workload',
	reads: ['traffic', 'pod'],
	place: 'failure',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const incident = traffic && heardLately(subject, cluster, traffic, ['worker-timeout'])[0];
		if (traffic === undefined || incident === undefined) return;
		const [slowest] = traffic.slow.toSorted((a, b) => (b.request.durationMs ?? 0) - (a.request.durationMs ?? 0));
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: 'Workers are silent for too long, and gunicorn kills them',
			because: [
				`${counted(incident.counts.m5, 'time')} in the last 5 minutes`,
				slowest === undefined
					? ''
					: `the slowest request is of ${slowest.route}, ${durationInWords(slowest.request.durationMs ?? 0)}`,
			]
				.filter(text => text !== '')
				.join('; '),
			...hitting(subject, incident.pods),
			evidence: [...evidenceOfIncident(incident), ...(slowest === undefined ? [] : [evidenceOfRequest(slowest)])],
			next: [
				slowest === undefined
					? 'look for what blocks: a long query, a call without a timeout'
					: `look at ${slowest.route}`,
				'raise --timeout of gunicorn when requests may take that long',
			],
			since: sinceOf(incident),
		};
	},
});
