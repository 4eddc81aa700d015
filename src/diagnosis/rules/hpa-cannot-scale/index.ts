import {conditionNamed} from '../../../kinds/conditions.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {oneLine, quoted} from '../../phrases.ts';

/** A conflict with another writer is over at the next try, fifteen seconds later. */
const LATE_MS = 60_000;

export default defineRule({
	id: 'hpa-cannot-scale',
	title: 'an autoscaler that may not, or cannot, change the scale of its workload',
	why: 'It knows how many pods it wants and does not get them.',
	remedy: 'See to what its message says: rights, an admission webhook, or a workload that cannot be scaled.',
	about: 'workload',
	reads: ['workload', 'hpa', 'event'],
	place: 'effect',
	*find(subject, cluster) {
		const {autoscaler} = subject.service;
		if (autoscaler === undefined) return;
		const able = conditionNamed(autoscaler.conditions, 'AbleToScale');
		if (able?.status !== 'False' || !FAILED.has(able.reason)) return;
		if (!isDue(subject, cluster, able.since, LATE_MS)) return;
		const event = cluster
			.eventsOf(autoscaler)
			.findLast(({reason}) => reason === 'FailedRescale' || reason === able.reason);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Autoscaler ${autoscaler.name} cannot ${able.reason === 'FailedGetScale' ? 'read' : 'change'} the scale of its workload`,
			because: oneLine(able.message, 200),
			affects: [autoscaler],
			evidence: [
				seenOn(autoscaler, quoted(`AbleToScale ${able.reason}: ${able.message}`), able.since || undefined),
				...(event === undefined ? [] : [heardOf(event, autoscaler, quoted(event.message))]),
			],
			since: able.since || undefined,
			next: [`see what refuses it: kubectl describe hpa ${autoscaler.name} -n ${autoscaler.namespace}`],
		};
	},
});

const FAILED: ReadonlySet<string> = new Set(['FailedGetScale', 'FailedUpdateScale']);
