import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';

/** As the alert KubeHpaReplicasMismatch of kubernetes-mixin has it. */
const LONG_MS = 15 * 60_000;

export default defineRule({
	id: 'hpa-wants-more',
	title: 'an autoscaler whose workload has not the pods that it asked for',
	why: 'The load has grown and the pods to bear it do not come.',
	remedy: 'See why pods are not made: a quota, an admission webhook, a paused controller.',
	about: 'workload',
	reads: ['workload', 'hpa', 'pod'],
	place: 'effect',
	*find(subject, cluster) {
		const {autoscaler} = subject.service;
		if (autoscaler === undefined || subject.object.wanted === 0) return;
		const {wanted, current, lastScaleAt, name} = autoscaler;
		if (wanted <= current || wanted > autoscaler.replicasMax) return;
		const askedAt = lastScaleAt ?? autoscaler.createdAt;
		if (!isDue(subject, cluster, askedAt, LONG_MS)) return;
		yield {
			verdict: 'struggling',
			confidence: 'likely',
			title: `Autoscaler ${name} wants ${wanted} pods, and there are ${current}`,
			affects: [autoscaler],
			evidence: [
				seenOn(autoscaler, `${wanted} wanted, ${current} there`, lastScaleAt),
				...autoscaler.targets.slice(0, 4).map(target => seenOn(autoscaler, target)),
			],
			since: askedAt,
			next: ['see why no more pods are made'],
		};
	},
});
