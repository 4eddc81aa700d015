import type {PodRow} from '../../../model/pod.ts';
import type {ServiceTraffic} from '../../../services/traffic/contract.ts';
import {defineRule} from '../../contract.ts';
import {cpuWords} from '../../probes/cpu-words.ts';
import {durationInWords, ENOUGH, isOver, p95Of} from '../../traffic/figures.ts';
import {writersOf} from '../../traffic/hits.ts';
import {evidenceOfRequest, measured} from '../../traffic/seen.ts';
import {hasJumped} from '../../traffic/slow.ts';
import {twoRevisions} from '../../traffic/failing.ts';

export default defineRule({
	id: 'slow-everywhere',
	title: 'a service of which all routes became slow at once',
	why: 'What all routes share is short: CPU, workers, a pool of connections, a database.',
	remedy: 'Raise the CPU limit or run more pods when they are held back, else look at what all of them wait for.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'usage'],
	place: 'failure',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		// Where two revisions serve they are compared, not now with then.
		if (traffic === undefined || twoRevisions(traffic) !== undefined) return;
		const {m5, earlier} = traffic.total;
		const [now, before] = [p95Of(m5), p95Of(earlier)];
		if (m5.durations.count < ENOUGH || earlier.durations.count < ENOUGH) return;
		if (now === undefined || before === undefined || !hasJumped(now, before) || !areAllSlower(traffic)) return;
		if (isOver(traffic.total, figures => !hasJumped(p95Of(figures) ?? 0, before))) return;
		const held = subject.pods.map(pod => ({pod, words: cpuWords(pod, cluster)})).filter(({words}) => words !== '');
		const figures = `p95 ${durationInWords(now)}, before ${durationInWords(before)}`;
		yield {
			verdict: 'struggling',
			confidence: held.length > 0 ? 'likely' : 'certain',
			title: `All routes are slow: ${figures}`,
			because: heldWords(held),
			pods: subject.pods.filter(({name}) => writersOf(traffic.slow).includes(name)),
			evidence: [
				measured(subject.object, figures, traffic.at),
				...traffic.slow.slice(0, 2).map(evidenceOfRequest),
			],
			next:
				held.length > 0
					? ['raise the CPU limit, or run more pods']
					: [
							'look at what all routes share: the database, its pool of connections, workers, another service',
						],
		};
	},
});

function heldWords(held: readonly {readonly pod: PodRow; readonly words: string}[]): string {
	const [first] = held;
	return first === undefined ? '' : `${first.pod.name}: ${first.words}`;
}

/** A single route that is slow is another story. Few requests tell nothing of a route. */
function areAllSlower({routes}: ServiceTraffic): boolean {
	const known = routes.flatMap(({total}) => {
		const [now, before] = [p95Of(total.m5), p95Of(total.earlier)];
		const isKnown = total.m5.durations.count >= REQUESTS && total.earlier.durations.count >= REQUESTS;
		return isKnown && now !== undefined && before !== undefined ? [now >= 2 * before] : [];
	});
	return known.length > 1 && known.filter(isSlower => isSlower).length >= 0.75 * known.length;
}

const REQUESTS = 5;
