import type {EventRow} from '../../model/event.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';

/**
 * The last event of a reason, unless another one tells since that it is over; undefined when there is none. The attach controller
 * says once that a volume is in use elsewhere, and then waits: how old the event is does not matter.
 */
export function unresolved(pod: PodRow, reason: string, cluster: Cluster): EventRow | undefined {
	const events = cluster.eventsOf(pod);
	const index = events.findLastIndex(event => event.reason === reason);
	if (index === -1) return undefined;
	return events.slice(index + 1).some(event => OVER.has(event.reason)) ? undefined : events[index];
}

/** What a kubelet does only when all volumes are there. */
const OVER: ReadonlySet<string> = new Set(['SuccessfulAttachVolume', 'Pulling', 'Pulled', 'Created', 'Started']);
