import {conditionNamed} from '../../../kinds/conditions.ts';
import {nearest} from '../../../lib/nearest.ts';
import type {AutoscalerRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';

/** It may be made before what it scales. */
const EARLY_MS = 60_000;

export default defineRule({
	id: 'hpa-target-missing',
	title: 'an autoscaler of a workload that does not exist',
	why: 'Nothing is scaled by it, and what should be has no autoscaler.',
	remedy: 'Correct the name of its target.',
	about: 'hpa',
	reads: ['hpa', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: autoscaler} = subject;
		const {kind, name} = autoscaler.target;
		const names = namesOf(autoscaler, cluster);
		const able = conditionNamed(autoscaler.conditions, 'AbleToScale');
		const isTold = able?.reason === 'FailedGetScale' && NOT_FOUND.test(able.message);
		// Of kinds that are not watched only the controller can tell.
		if (names === undefined ? !isTold : names.includes(name)) return;
		if (autoscaler.deletedAt !== undefined) return;
		if (!isDue(subject, cluster, autoscaler.createdAt, EARLY_MS)) return;
		const near = nearest(name, names ?? []);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Autoscaler ${autoscaler.name} is for ${kind} ${name}, which does not exist`,
			because: near === undefined ? '' : `there is a ${kind} ${near}`,
			evidence: [
				seenOn(autoscaler, `spec.scaleTargetRef is ${kind} ${name}`),
				...(isTold
					? [
							seenOn(
								autoscaler,
								quoted(`AbleToScale ${able.reason}: ${able.message}`),
								able.since || undefined,
							),
						]
					: []),
			],
			since: isTold ? able.since || undefined : undefined,
			next: [
				near === undefined
					? 'correct the name of its target, or delete the autoscaler'
					: `correct its target to ${near}`,
			],
		};
	},
});

const NOT_FOUND = /not found|could not find|no matches for kind/i;

/** What there is of the target's kind; undefined when that cannot be known. */
function namesOf({target, namespace}: AutoscalerRow, cluster: Cluster): readonly string[] | undefined {
	const kind = WATCHED.find(one => one === target.kind.toLowerCase());
	if (kind === undefined || !cluster.knows(kind)) return undefined;
	return [...cluster.inNamespace(kind, namespace)].map(({name}) => name);
}

const WATCHED = ['deployment', 'statefulset', 'replicaset'] as const;
