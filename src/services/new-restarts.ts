import type {ContainerRow, Exit, PodRow} from '../model/pod.ts';
import type {Restart} from './restart.ts';

/**
 * What restarted between two looks at one pod. At the first look (no `before`) a container shows how often it restarted in its life,
 * and how and when its last run ended: only what is known to have happened in the last `windowMs` counts.
 */
export function newRestarts(
	before: PodRow | undefined,
	after: PodRow,
	now: number,
	windowMs: number,
): readonly Restart[] {
	// Most pods restart nothing, and this is asked at each change of each pod.
	if (after.containers.every(({restarts}) => restarts === 0)) return [];
	return after.containers.flatMap(container => {
		// An init container that has done its work runs again with a new sandbox: nothing crashed.
		if (container.role === 'init' && container.lastExit?.code === 0) return [];
		const known = before?.containers.find(({name}) => name === container.name);
		const seen =
			before === undefined ? atFirstSight(container, after, now, windowMs) : sinceKnown(container, known, now);
		if (seen === undefined) return [];
		return {
			pod: after.name,
			podUid: after.uid,
			namespace: after.namespace,
			container: container.name,
			exit: container.lastExit,
			memoryLimit: container.limits.memory,
			ownerUid: after.owner?.uid,
			workloadUid: undefined,
			revisionHash: after.revisionHash,
			...seen,
		};
	});
}

type Seen = Pick<Restart, 'at' | 'count' | 'atLeast'>;

/** The count may also fall, when a kubelet has lost its records: that is a new start, not a restart. */
function sinceKnown(
	{restarts, lastExit}: ContainerRow,
	known: ContainerRow | undefined,
	now: number,
): Seen | undefined {
	const count = restarts - (known?.restarts ?? 0);
	return count > 0 ? {at: endOf(lastExit, now) ?? now, count, atLeast: false} : undefined;
}

function atFirstSight(
	{restarts, lastExit}: ContainerRow,
	pod: PodRow,
	now: number,
	windowMs: number,
): Seen | undefined {
	const from = now - windowMs;
	if (restarts === 0) return undefined;
	const at = endOf(lastExit, now);
	// Nothing of a young pod can lie before the window.
	if (pod.createdAt > from) return {at: at ?? now, count: restarts, atLeast: false};
	if (at === undefined || at <= from) return undefined;
	// The last run began inside the window, so the one before may have ended inside it.
	const startedAt = lastExit?.startedAt ?? 0;
	return {at, count: 1, atLeast: restarts > 1 && (startedAt === 0 || startedAt > from)};
}

/** A node's clock may run ahead of ours: nothing has ended in the future. */
function endOf(exit: Exit | undefined, now: number): number | undefined {
	return exit === undefined || exit.finishedAt === 0 ? undefined : Math.min(exit.finishedAt, now);
}
