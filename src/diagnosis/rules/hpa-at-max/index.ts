import {conditionNamed} from '../../../kinds/conditions.ts';
import type {AutoscalerRow} from '../../../model/workload.ts';
import {type Target, targetsOf, TOLERANCE} from '../../autoscaling.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';
import type {WorkloadSubject} from '../../subject.ts';

/** A peak of a few minutes is what a ceiling is for (as the alert KubeHpaMaxedOut of kubernetes-mixin has it). */
const LONG_MS = 15 * 60_000;

/** Each pod has twice as much to do as it should: that is no matter of patience, once the last new pods do their share. */
const FAR_ABOVE = 2;
const SHARED_MS = 60_000;

export default defineRule({
	id: 'hpa-at-max',
	title: 'an autoscaler at its maximum whose metric is above its target, and for how long',
	why: 'More pods are wanted than are allowed, so each does more than it should and answers more slowly.',
	remedy: 'Raise the maximum if nodes and database have room, or find what makes requests dear.',
	about: 'workload',
	reads: ['workload', 'hpa', 'pod'],
	place: 'effect',
	*find(subject, cluster) {
		const {autoscaler} = subject.service;
		if (autoscaler === undefined) return;
		const limited = conditionNamed(autoscaler.conditions, 'ScalingLimited');
		// At the minimum it is limited too, and well.
		if (limited?.status !== 'True' || limited.reason !== 'TooManyReplicas') return;
		const {replicasMax, current, name} = autoscaler;
		// It is on its way to its maximum.
		if (current < replicasMax) return;
		const targets = targetsOf(autoscaler).filter(({ratio = 0}) => ratio > 1 + TOLERANCE);
		const isFar = targets.some(({ratio = 0}) => ratio >= FAR_ABOVE);
		const sharedSince = Math.max(limited.since, fullSince(subject));
		const isLong =
			targets.length > 0 &&
			limited.since > 0 &&
			(isDue(subject, cluster, limited.since, LONG_MS) ||
				(isFar && isDue(subject, cluster, sharedSince, SHARED_MS)));
		yield {
			verdict: isLong ? 'struggling' : 'info',
			confidence: 'certain',
			title: `Autoscaler ${name} is at its maximum of ${replicasMax} pods and wants more`,
			because: targets.map(target => needOf(target, autoscaler)).join('; '),
			affects: [autoscaler],
			evidence: [
				seenOn(
					autoscaler,
					quoted(`ScalingLimited ${limited.reason}: ${limited.message}`),
					limited.since || undefined,
				),
				...autoscaler.targets.slice(0, 4).map(target => seenOn(autoscaler, target)),
			],
			since: limited.since || undefined,
			next: [
				`raise maxReplicas above ${replicasMax}, if nodes and database have room for more pods`,
				'see which requests became dearer or more',
			],
		};
	},
});

/** No cluster has more: figures beyond are none. */
const PODS_MAX = 150_000;

/** Since when all its pods are ready: a new one takes its share of the work from then on. */
function fullSince({pods}: WorkloadSubject): number {
	return pods.reduce((last, {conditions}) => Math.max(last, conditionNamed(conditions, 'Ready')?.since ?? 0), 0);
}

/** `cpu is at 160%, target 70%: this load needs 23 pods`. */
function needOf({name, now, wanted, ratio = 0}: Target, {current}: AutoscalerRow): string {
	const needed = Math.ceil(current * ratio);
	const need = needed < PODS_MAX ? `: this load needs ${needed} pods` : '';
	return `${name} is at ${now}, target ${wanted}${need}`;
}
