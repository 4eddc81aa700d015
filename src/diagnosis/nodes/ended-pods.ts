import {conditionNamed} from '../../kinds/conditions.ts';
import type {Evidence} from '../../model/finding.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import {isRecent} from '../due.ts';
import {seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';

/** What was taken away longer ago was replaced, or its owner is in trouble that shows otherwise. */
const RECENT_MS = 10 * 60_000;

/** The pods that their nodes took away or refused in the last ten minutes, and that remain as a record of it. */
export function takenAway(
	subject: PodsSubject,
	cluster: Cluster,
	isMeant: (pod: PodRow) => boolean,
): readonly PodRow[] {
	if (!subject.allPods.some(isTakenAway)) return NOBODY;
	return subject.allPods
		.filter(pod => isTakenAway(pod) && isMeant(pod) && isRecent(subject, cluster, endedAt(pod), RECENT_MS))
		.toSorted((a, b) => endedAt(b) - endedAt(a));
}

/** Pods whose containers simply ended have no reason of their own. */
function isTakenAway({phase, reason}: PodRow): boolean {
	return phase === 'Failed' && reason !== '';
}

const NOBODY: readonly PodRow[] = [];

/** When a pod ended: its own word for it has no time, but what it is made of has. */
export function endedAt({conditions, containers, createdAt}: PodRow): number {
	const disrupted = conditionNamed(conditions, 'DisruptionTarget')?.since ?? 0;
	const unready = conditionNamed(conditions, 'Ready')?.since ?? 0;
	return Math.max(createdAt, disrupted, unready, ...containers.map(({exit}) => exit?.finishedAt ?? 0));
}

/** Whether the owner has all the pods that it wants again, so that what happened is news and no trouble. */
export function isWholeAgain({service, object, pods}: PodsSubject): boolean {
	if (service !== undefined) return service.workload.ready >= service.workload.wanted;
	// A pod that nobody owns is made again by nobody, and a job does so by its own rules.
	return object.kind !== 'pod' && (object.kind === 'job' || (pods.length > 0 && pods.every(({ready}) => ready)));
}

/** For the remedies: a pod that nobody owns will not come back. */
export function isOwned({object}: PodsSubject): boolean {
	return object.kind !== 'pod';
}

/** What the newest of these evicted pods were told, at most three. */
export function evictionsSeen(pods: readonly PodRow[]): readonly Evidence[] {
	return pods.slice(0, 3).map(pod => seenOn(pod, `${pod.name} Evicted: ${quoted(pod.message)}`, endedAt(pod)));
}
