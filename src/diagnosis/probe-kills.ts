import type {EventRow} from '../model/event.ts';
import type {Exit} from '../model/pod.ts';

/** Codes of a program that was told to end: it obeyed, it did not, it does not know the signal. */
const ENDED_BY_OTHERS: ReadonlySet<number> = new Set([0, 137, 143]);

/** Times of the kubelet are whole seconds, and its events come a little later. */
const SLACK_MS = 5_000;

/** Whether the kubelet ended this run of a container because of its probes: that is no crash. */
export function wasEndedByProbe(container: string, exit: Exit, events: readonly EventRow[]): boolean {
	const isDuring = ({lastAt}: EventRow): boolean => lastAt >= exit.startedAt && lastAt <= exit.finishedAt + SLACK_MS;
	return events.some(
		event =>
			isDuring(event) &&
			isAbout(event, container) &&
			(isKill(event) || (ENDED_BY_OTHERS.has(exit.code) && isFailure(event))),
	);
}

/** Whether the kubelet ended a run of it because of its probes since then. */
export function wasEndedByProbeSince(container: string, since: number, events: readonly EventRow[]): boolean {
	return events.some(event => event.lastAt >= since && isKill(event) && isAbout(event, container));
}

/** `Container api failed liveness probe, will be restarted` (pkg/kubelet/kuberuntime); of type Normal. */
function isKill({reason, message}: EventRow): boolean {
	return reason === 'Killing' && /failed (?:liveness|startup) probe/.test(message);
}

function isFailure({reason, message}: EventRow): boolean {
	return reason === 'Unhealthy' && /^(?:Liveness|Startup) probe/.test(message);
}

function isAbout(event: EventRow, container: string): boolean {
	return event.container === '' || event.container === container;
}
