import type {Pod} from '../pod-object.ts';

/** READY, STATUS and RESTARTS as the API server prints a pod (kubernetes `pkg/printers/internalversion`), without init containers' states. */
export function podSummary(pod: Pod): {
	ready: string;
	status: string;
	restarts: number;
	lastRestartAt: number | undefined;
} {
	const statuses = pod.status.containerStatuses ?? [];
	const ends = statuses
		.map(({lastState}) => Date.parse(lastState.terminated?.finishedAt ?? ''))
		.filter(Number.isFinite);
	return {
		ready: `${statuses.filter(({ready}) => ready).length}/${pod.spec.containers.length}`,
		status: statusOf(pod),
		restarts: statuses.reduce((sum, {restartCount}) => sum + restartCount, 0),
		lastRestartAt: ends.length === 0 ? undefined : Math.max(...ends),
	};
}

/** The first container in trouble wins. */
function statusOf({metadata, status}: Pod): string {
	const hasEnded = status.phase === 'Succeeded' || status.phase === 'Failed';
	if (metadata.deletionTimestamp !== undefined && !hasEnded) return 'Terminating';
	const trouble = (status.containerStatuses ?? []).map(
		({state}) => state.waiting?.reason ?? state.terminated?.reason,
	);
	return trouble.find(reason => reason !== undefined && reason !== '') ?? status.phase ?? 'Unknown';
}
