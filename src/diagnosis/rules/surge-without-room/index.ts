import {defineRule} from '../../contract.ts';
import {resourceWords} from '../../scheduling/amounts.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {besides, lackedBy} from '../../scheduling/refusal-words.ts';
import {type Surge, surgeOf} from '../../scheduling/surge.ts';
import {keptBy, type Unplaced} from '../../scheduling/unplaced.ts';
import {isDue} from '../../due.ts';
import {listed} from '../../phrases.ts';

/** While old pods may go, the new ones take their places one after the other. */
const MOVING_MS = 3 * 60_000;

export default defineRule({
	id: 'surge-without-room',
	title: 'a rolling update whose new pods find no room beside the old ones',
	why: 'New pods wait for the place of old ones, and the old ones are kept until new ones are ready.',
	remedy: 'Let old pods go first (maxSurge 0, maxUnavailable 1), or make room for one pod more.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		for (const obstacle of ['resource', 'pod-cap', 'host-port', 'spread'] as const) {
			const kept = keptBy(subject, cluster, obstacle);
			if (kept === undefined || !waitsTooLong(subject, cluster, kept, false)) continue;
			const surge = surgeOf(subject, kept, cluster);
			if (surge === undefined) continue;
			const {workload, inTheWay, mayGo} = surge;
			const isStuck = mayGo === 0 || isDue(subject, cluster, kept.since, MOVING_MS);
			yield {
				key: obstacle,
				verdict: isStuck ? 'struggling' : 'progressing',
				confidence: 'likely',
				title: `${subject.who} find no room beside the old ones: ${wordsOf(kept)}`,
				because: [
					`without ${inTheWay.name} on ${inTheWay.node} one would fit`,
					goingWords(surge),
					...besides(kept),
				].join('; '),
				pods: kept.pods,
				evidence: kept.evidence,
				since: kept.since,
				next: [
					`let an old pod go first: maxSurge 0, maxUnavailable 1 in ${workload.kind} ${workload.name}`,
					'add a node, or scale something down',
				],
			};
		}
	},
});

function wordsOf({obstacle, fit}: Unplaced): string {
	if (obstacle === 'resource') return `not enough ${listed(lackedBy(fit).map(resourceWords))} for a surge`;
	if (obstacle === 'pod-cap') return 'the nodes run as many pods as they may';
	return obstacle === 'host-port' ? 'these have the host port' : 'they may not share a node';
}

function goingWords({workload, mayGo}: Surge): string {
	const {unavailable, wanted} = workload;
	if (mayGo > 0) return `${mayGo} of ${wanted} may go before new ones are ready`;
	const words = unavailable.endsWith('%') ? `maxUnavailable ${unavailable} of ${wanted} is 0` : 'maxUnavailable is 0';
	return `${words}, so no old pod goes before a new one is ready`;
}
