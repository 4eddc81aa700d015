import type {EventRow} from '../../model/event.ts';
import type {ProbeKind} from '../probe-budget.ts';
import {isAbout} from './heard-failure.ts';

/**
 * For which of its probes the kubelet ended a container, as an event `Killing` tells (pkg/kubelet/kuberuntime; of type Normal):
 * `Container api failed liveness probe, will be restarted`. Undefined for what ended it otherwise.
 */
export function killedBy({reason, message}: EventRow): Exclude<ProbeKind, 'readiness'> | undefined {
	if (reason !== 'Killing') return undefined;
	const kind = /\bfailed (liveness|startup) probe\b/.exec(message)?.[1];
	return kind === 'liveness' || kind === 'startup' ? kind : undefined;
}

/** Whether the kubelet ended a container because of its probes since then (milliseconds since 1970). */
export function wasKilledByProbe(container: string, events: readonly EventRow[], since: number): boolean {
	return events.some(event => event.lastAt >= since && killedBy(event) !== undefined && isAbout(event, container));
}
