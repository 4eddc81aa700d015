import type {EventRow} from '../../model/event.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';

/** What an autoscaler of nodes said last about a pod that finds none. */
export interface ScaleUp {
	/** `coming` until a node should long be there; then it is `overdue`. */
	readonly state: 'coming' | 'overdue' | 'refused';
	readonly event: EventRow;
	/** Its words without what they have in common: `2 max node group size reached`. */
	readonly words: string;
}

/** Machines of the large clouds join within two to five minutes; those with special hardware take longer. */
export const PATIENCE_MS = 10 * 60_000;

export function scaleUpOf(pod: PodRow, cluster: Cluster): ScaleUp | undefined {
	const event = cluster.eventsOf(pod).findLast(one => isAutoscaler(one));
	if (event === undefined) return undefined;
	const words = event.message.slice(0, WORDS_MAX).replace(COMMON, '').trim();
	if (event.reason === 'NotTriggerScaleUp' || event.reason === 'FailedScheduling')
		return {state: 'refused', event, words};
	return {state: cluster.now < event.lastAt + PATIENCE_MS ? 'coming' : 'overdue', event, words};
}

const WORDS_MAX = 300;

/** The Cluster Autoscaler speaks in reasons of its own, Karpenter in those of the scheduler. */
function isAutoscaler({reason, source}: EventRow): boolean {
	if (reason === 'TriggeredScaleUp' || reason === 'NotTriggerScaleUp') return true;
	return source === 'karpenter' && (reason === 'Nominated' || reason === 'FailedScheduling');
}

const COMMON =
	/^pod (?:didn't trigger scale-up(?: \(it wouldn't fit if a new node is added\))?|triggered scale-up):|^Failed to schedule pod, |^Pod should schedule on: /;
