import {conditionNamed} from '../../kinds/conditions.ts';
import type {ContainerRow, Exit, PodRow} from '../../model/pod.ts';
import type {JobRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {isRecent} from '../due.ts';
import {LATELY_MS} from '../lately.ts';
import {readinessGraceMs} from '../probe-budget.ts';
import {SLACK_MS} from '../probes/heard-failure.ts';
import type {PodsSubject} from '../subject.ts';
import {type NodeOutOfMemory, nodeOutOfMemory} from './node-out-of-memory.ts';

/** A container that the kernel ended for memory, in the last ten minutes or before the start that it waits for. */
export interface MemoryKill {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly exit: Exit;
	/**
	 * `limit`: at the limit of the container (or of its pod); `child`: the same, but it was a child process, and the first process ended
	 * with a code of its own; `node`: the node had no memory left, or nothing limits it.
	 */
	readonly by: 'limit' | 'child' | 'node';
	/** In bytes; undefined when nothing limits it. */
	readonly limit: number | undefined;
	/** What the node said about it. */
	readonly node: NodeOutOfMemory | undefined;
	/** Ends in its whole life, for whatever reason. */
	readonly ends: number;
	readonly livedMs: number;
	/** As far as is known each of its runs was over before its probes could expect it to be up, and it is not ready now. */
	readonly isAtStart: boolean;
}

/** Who lives longer than this, and than its probes allow for, has started. */
const START_MS = 30_000;

/** The kills of a subject for memory, as they count now. */
export function memoryKillsOf(subject: PodsSubject, cluster: Cluster): readonly MemoryKill[] {
	const pods = podsOf(subject);
	if (pods.every(isPlain)) return NONE;
	const kills: MemoryKill[] = [];
	for (const pod of pods) {
		if (isPlain(pod)) continue;
		for (const container of pod.containers) {
			const kill = killOf(pod, container, subject, cluster);
			if (kill !== undefined) kills.push(kill);
		}
	}
	return kills;
}

/** Of nearly all subjects all pods are: nothing else is looked at. */
function isPlain({restarts, ready}: PodRow): boolean {
	return restarts === 0 && ready;
}

const NONE: readonly MemoryKill[] = [];

/** The pods of a job are gone for good when they fail: they count as long as the job has not got over it. */
function podsOf({object, pods, allPods}: PodsSubject): readonly PodRow[] {
	if (object.kind !== 'job') return pods;
	const {status, succeeded} = object as JobRow;
	if (status === 'Complete' || succeeded > 0) return [];
	const failed = allPods.filter(({deletedAt, phase}) => deletedAt === undefined && phase !== 'Succeeded');
	// Once may be chance, and it is tried again.
	return status === 'Failed' || failed.filter(({phase}) => phase === 'Failed').length > 1 ? failed : pods;
}

function killOf(pod: PodRow, container: ContainerRow, subject: PodsSubject, cluster: Cluster): MemoryKill | undefined {
	const {state, restarts, lastExit} = container;
	const exit = [container.exit, lastExit].find(end => end?.reason === 'OOMKilled');
	if (exit === undefined) return undefined;
	// A program that does not come up any more, for another reason, is another matter.
	if (exit === lastExit && container.exit !== undefined && container.exit.code !== 137) return undefined;
	const isDown = state !== 'running' && !(container.role === 'init' && exit.code === 0);
	if (!isRecent(subject, cluster, exit.finishedAt, LATELY_MS) && !(isDown && pod.phase !== 'Failed'))
		return undefined;
	const limit = container.limits.memory ?? pod.limits.memory;
	const node = nodeOutOfMemory(pod, exit, cluster);
	const ends = restarts + (state === 'running' ? 0 : 1);
	const livedMs = Math.max(0, exit.finishedAt - exit.startedAt);
	return {
		pod,
		container,
		exit,
		by: limit === undefined || node !== undefined ? 'node' : exit.code === 137 ? 'limit' : 'child',
		limit,
		node,
		ends,
		livedMs,
		isAtStart: isAtStart(pod, container, exit, subject, cluster.now),
	};
}

function isAtStart(
	{spec, conditions}: PodRow,
	{name, ready, state, startedAt, exit, lastExit}: ContainerRow,
	killed: Exit,
	subject: PodsSubject,
	now: number,
): boolean {
	const own = spec.containers.find(container => container.name === name);
	const startMs = Math.max(START_MS, own === undefined ? 0 : readinessGraceMs(own));
	const wasShort = [exit, lastExit].every(end => end === undefined || end.finishedAt - end.startedAt <= startMs);
	const livedMs = killed.finishedAt - killed.startedAt;
	// It was ready, and lost that by its end.
	const wasReady = (conditionNamed(conditions, 'Ready')?.since ?? 0) > killed.startedAt + SLACK_MS;
	if (ready || wasReady || !wasShort || livedMs > startMs) return false;
	if (state !== 'running') return true;
	// It runs for longer than it did before.
	const usualMs = Math.max(startMs, 2 * livedMs);
	subject.lookAgainAt(startedAt + usualMs + 1);
	return now <= startedAt + usualMs;
}
