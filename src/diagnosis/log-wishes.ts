import type {ContainerRow, PodRow} from '../model/pod.ts';

/** The end of a log that would tell more. */
export interface LogWish {
	readonly pod: PodRow;
	readonly container: string;
	/** Of the run before; else of the one that is there, or that ended last. */
	readonly previous: boolean;
	/** Changes when there is something new to read. */
	readonly run: string;
}

/** Pods of one cause write the same: a few of them tell enough. */
const PODS_MAX = 3;

/** A restart that is older has no news in it. */
const LATELY_MS = 10 * 60_000;

/** A server that does not serve goes on writing: it is read again this often. */
const AGAIN_MS = 30_000;

/** A healthy start takes a few seconds, and nobody needs to read along. */
const STARTING_MS = 10_000;

/** Which logs of these pods to read: of containers that ended badly or were ended lately, and of those that run and are not ready. */
export function logWishesOf(pods: readonly PodRow[], now: number): readonly LogWish[] {
	const wishes: LogWish[] = [];
	let read = 0;
	for (const pod of pods) {
		if (pod.ready && pod.restarts === 0) continue;
		const own = pod.containers.flatMap(container => wishOf(pod, container, now) ?? []);
		if (own.length === 0) continue;
		wishes.push(...own);
		read += 1;
		if (read === PODS_MAX) break;
	}
	return wishes;
}

function wishOf(pod: PodRow, container: ContainerRow, now: number): LogWish | undefined {
	const {name, state, restarts, exit, lastExit, ready, role, startedAt} = container;
	const run = `${pod.uid}/${name}/${restarts}`;
	// What ended last is, until the next start, the log that is there.
	if (state === 'terminated' && exit !== undefined && exit.code !== 0)
		return {pod, container: name, previous: false, run: `${run}/${exit.finishedAt}`};
	if (lastExit !== undefined && now - lastExit.finishedAt < LATELY_MS && !(role === 'init' && lastExit.code === 0))
		return {pod, container: name, previous: true, run};
	const isSilent = state === 'running' && !ready && role !== 'init' && now - startedAt > STARTING_MS;
	if (!isSilent && !(role === 'init' && state === 'running' && now - startedAt > STARTING_MS)) return undefined;
	return {pod, container: name, previous: false, run: `${run}/${Math.floor((now - startedAt) / AGAIN_MS)}`};
}
