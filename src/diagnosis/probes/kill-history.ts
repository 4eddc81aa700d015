import type {EventRow} from '../../model/event.ts';
import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {ContainerRow, Exit} from '../../model/pod.ts';
import type {LastWords} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import {budgetMs} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {isAbout, lastFailure, SLACK_MS} from './heard-failure.ts';
import {killedBy} from './killing.ts';
import {LATELY_MS} from '../lately.ts';

/** Who was killed once and serves again for this long has got over it. */
const OVER_MS = 60_000;

/** Codes of a program that was told to end: it obeyed, it did not, it does not know the signal. */
const ENDED_BY_OTHERS: ReadonlySet<number> = new Set([0, 137, 143]);

/** Whether the kubelet ended this run of a container because of its probes: that is no crash. */
export function wasEndedByProbe(spec: ContainerSpec, exit: Exit, events: readonly EventRow[]): boolean {
	const {startedAt, finishedAt} = exit;
	const isDuring = ({firstAt, lastAt}: EventRow): boolean => lastAt >= startedAt && firstAt <= finishedAt + SLACK_MS;
	return (
		events.some(event => isDuring(event) && killedBy(event) !== undefined && isAbout(event, spec.name)) ||
		killedWithout(spec, exit, events) !== undefined
	);
}

/**
 * For which probe a run was ended of which no event `Killing` tells, since it may have been dropped: one that had failed often enough
 * before an end that somebody asked for.
 */
export function killedWithout(
	spec: ContainerSpec,
	exit: Exit | undefined,
	events: readonly EventRow[],
): 'liveness' | 'startup' | undefined {
	if (exit === undefined || !ENDED_BY_OTHERS.has(exit.code)) return undefined;
	for (const kind of ['liveness', 'startup'] as const) {
		const {failureThreshold = Infinity} = spec[kind] ?? {};
		const failure = lastFailure(events, kind, spec, exit.startedAt, exit.finishedAt + SLACK_MS);
		if (failure === undefined) continue;
		// The last miss comes just before the end.
		const isLast = failure.event.lastAt >= exit.finishedAt - SLACK_MS;
		if (failure.event.count >= failureThreshold || isLast) return kind;
	}
	return undefined;
}

/**
 * Where events may not be read: a server with a liveness probe that was told to end, and did so, again and again, though its pod stays.
 * Ends with other codes are told as crashes.
 */
export function killedUnseen(
	{liveness}: ContainerSpec,
	{restarts}: ContainerRow,
	exit: Exit | undefined,
	words: LastWords | undefined,
	cluster: Pick<Cluster, 'knows'>,
): 'liveness' | undefined {
	if (liveness === undefined || exit?.code !== 0 || restarts < 2 || words?.stopped !== true) return undefined;
	return cluster.knows('event') || exit.finishedAt - exit.startedAt < budgetMs(liveness) ? undefined : 'liveness';
}

/** How often it was killed in the last ten minutes, at least: the event counts all of its life. */
export function killTimes(
	{restarts, state}: ContainerRow,
	killing: EventRow | undefined,
	exit: Exit | undefined,
	now: number,
): number {
	const ends = restarts + (state === 'running' && exit !== undefined ? 0 : 1);
	const isAllLately =
		killing === undefined ? (exit?.startedAt ?? 0) > now - LATELY_MS : killing.firstAt > now - LATELY_MS;
	if (killing !== undefined) return Math.max(1, isAllLately ? Math.min(killing.count, ends) : 1);
	return isAllLately && ends > 1 ? 2 : 1;
}

/** Whether a container that was killed is ready again, and for longer than it was before; else the rule is asked again when it will be. */
export function isKillOver(
	{ready, startedAt}: ContainerRow,
	times: number,
	livedMs: number,
	subject: PodsSubject,
	now: number,
): boolean {
	if (!ready) return false;
	const overAt = startedAt + (times > 1 ? Math.max(OVER_MS, livedMs) : OVER_MS);
	if (now >= overAt) return true;
	subject.lookAgainAt(overAt);
	return false;
}
