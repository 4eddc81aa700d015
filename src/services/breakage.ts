import {exitName} from '../model/exit-code.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';

/** Why a pod does not work, in Kubernetes' word for it: `CrashLoopBackOff`, `exit 3`. Undefined while it starts or works as it should. */
function breakageOf({containers}: PodRow, now: number): string | undefined {
	for (const container of containers) {
		const breakage = breakageOfContainer(container, now);
		if (breakage !== undefined) return breakage;
	}
	return undefined;
}

/** The breakage that most of these pods share; of equals the first by the alphabet. */
export function commonBreakage(pods: readonly PodRow[], now: number): string | undefined {
	const counts = new Map<string, number>();
	for (const pod of pods) {
		const breakage = breakageOf(pod, now);
		if (breakage !== undefined) counts.set(breakage, (counts.get(breakage) ?? 0) + 1);
	}
	return [...counts].toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0]?.[0];
}

/** As long as restarts are counted: a pod that crashes over and over runs for a few seconds in between. */
const LATELY_MS = 10 * 60_000;

function breakageOfContainer(container: ContainerRow, now: number): string | undefined {
	const {state, reason, exit, lastExit, ready} = container;
	if (state === 'waiting') return STARTING.has(reason) ? undefined : reason;
	if (state === 'terminated') return exit === undefined || exit.code === 0 ? undefined : exitName(exit);
	const failedLately = lastExit !== undefined && lastExit.code !== 0 && now - lastExit.finishedAt < LATELY_MS;
	return !ready && failedLately ? exitName(lastExit) : undefined;
}

/** What every container waits for before its first run. */
const STARTING: ReadonlySet<string> = new Set(['', 'ContainerCreating', 'PodInitializing']);
