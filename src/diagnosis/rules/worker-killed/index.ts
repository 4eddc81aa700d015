import {formatMemory, percent} from '../../../model/quantity.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {counted} from '../../phrases.ts';
import {heardLately, sinceOf} from '../../traffic/heard-lately.ts';
import {hitting, podsNamed} from '../../traffic/hits.ts';
import {evidenceOfIncident} from '../../traffic/seen.ts';

const NEAR = 0.8;

export default defineRule({
	id: 'worker-killed',
	title: 'worker processes that are killed while their container goes on',
	why: 'The kernel takes the process that has most memory; the container does not restart, so nothing else tells of it.',
	remedy: 'Raise the memory limit, or start fewer workers in one container.',
	about: 'workload',
	reads: ['traffic', 'pod', 'usage'],
	place: 'failure',
	*find(subject, cluster) {
		const traffic = cluster.trafficOf(subject.service);
		const incident = traffic && heardLately(subject, cluster, traffic, ['worker-killed'], 1)[0];
		if (incident === undefined) return;
		const memory = memoryWords(podsNamed(subject, incident.pods), cluster);
		yield {
			verdict: 'struggling',
			confidence: memory === '' ? 'possible' : 'likely',
			title: `Worker processes are killed inside running containers${memory === '' ? '' : ', probably for their memory'}`,
			because: [`${counted(incident.counts.m5, 'time')} in the last 5 minutes`, memory]
				.filter(text => text !== '')
				.join('; '),
			...hitting(subject, incident.pods),
			evidence: evidenceOfIncident(incident),
			next: [
				'raise the memory limit, or start fewer workers in one container',
				'look for what grows in a worker',
			],
			since: sinceOf(incident),
		};
	},
});

/** Of the pod that is nearest to its limit; empty when none is near, or nobody measured it. */
function memoryWords(pods: readonly PodRow[], cluster: Cluster): string {
	for (const pod of pods) {
		const limit = pod.limits.memory;
		const usage = cluster.usageOf(pod);
		if (limit === undefined || usage === undefined || usage.memory < NEAR * limit) continue;
		return `${pod.name} uses ${formatMemory(usage.memory)} of ${formatMemory(limit)}, ${percent(usage.memory, limit) ?? 0} %`;
	}
	return '';
}
