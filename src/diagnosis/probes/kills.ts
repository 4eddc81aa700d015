import {conditionNamed} from '../../kinds/conditions.ts';
import type {EventRow} from '../../model/event.ts';
import type {ContainerSpec, Probe} from '../../model/pod-spec.ts';
import type {ContainerRow, Exit, PodRow} from '../../model/pod.ts';
import type {LastWords} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import {isRecent} from '../due.ts';
import type {ProbeKind} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {type HeardFailure, isAbout, lastFailure, SLACK_MS} from './heard-failure.ts';
import {isKillOver, killedUnseen, killedWithout, killTimes} from './kill-history.ts';
import {killedBy} from './killing.ts';
import {LATELY_MS} from '../lately.ts';
import {type Misplaced, misplaced} from './listening.ts';

/** A container that the kubelet ended because of one of its probes, in the last ten minutes. */
export interface ProbeKill {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly spec: ContainerSpec;
	readonly kind: Exclude<ProbeKind, 'readiness'>;
	/** Undefined when the spec has none any more. */
	readonly probe: Probe | undefined;
	/** The event `Killing`; undefined when only the failed probes before the end of the run tell. */
	readonly killing: EventRow | undefined;
	/** How that probe failed last; undefined when no event tells. */
	readonly failure: HeardFailure | undefined;
	/** What it wrote last, in the run that was ended. */
	readonly words: LastWords | undefined;
	readonly misplaced: Misplaced | undefined;
	/** The end of the run; undefined while it has time to end by itself. */
	readonly exit: Exit | undefined;
	/** When it was decided, milliseconds since 1970. */
	readonly at: number;
	/** How often in the last ten minutes, as far as events and its present state tell. */
	readonly times: number;
	/** How long it had run. */
	readonly livedMs: number;
	/** It was ready at some time of that run. */
	readonly wasReady: boolean;
	/** It is ready again, and for longer than it was before: nothing is wrong any more. */
	readonly isOver: boolean;
}

/** The kills of a subject, as they count now. */
export function probeKillsOf(subject: PodsSubject, cluster: Cluster): readonly ProbeKill[] {
	if (subject.pods.every(isPlain)) return NONE;
	const kills: ProbeKill[] = [];
	for (const pod of subject.pods) {
		if (isPlain(pod)) continue;
		for (const [index, container] of pod.containers.entries()) {
			const spec = pod.spec.containers[index];
			const kill = spec && killOf(pod, container, spec, subject, cluster);
			if (kill !== undefined) kills.push(kill);
		}
	}
	return kills.length > 1 ? withWordsOfSiblings(kills) : kills;
}

/** Of nearly all subjects all pods are: nothing else is looked at. */
function isPlain({restarts, ready}: PodRow): boolean {
	return restarts === 0 && ready;
}

const NONE: readonly ProbeKill[] = [];

function killOf(
	pod: PodRow,
	container: ContainerRow,
	spec: ContainerSpec,
	subject: PodsSubject,
	cluster: Cluster,
): ProbeKill | undefined {
	const lastEnd = container.state === 'terminated' ? container.exit : container.lastExit;
	if (container.ready && (lastEnd === undefined || lastEnd.finishedAt < cluster.now - LATELY_MS)) return undefined;
	const events = cluster.eventsOf(pod);
	const lastKilling = events.findLast(event => killedBy(event) !== undefined && isAbout(event, container.name));
	// It has ended once more since then, for the same reason or another.
	const killing = (lastEnd?.startedAt ?? 0) > (lastKilling?.lastAt ?? 0) ? undefined : lastKilling;
	// The run that goes on was not ended, unless it was told to.
	const exit = killing === undefined || (lastEnd?.finishedAt ?? 0) >= killing.lastAt - SLACK_MS ? lastEnd : undefined;
	const words = cluster.lastWordsOf(pod, container);
	const kind =
		killing === undefined
			? (killedWithout(spec, exit, events) ?? killedUnseen(spec, container, exit, words, cluster))
			: killedBy(killing);
	if (kind === undefined || exit?.reason === 'OOMKilled') return undefined;
	const at = killing?.lastAt ?? exit?.finishedAt ?? 0;
	if (!isRecent(subject, cluster, at, LATELY_MS)) return undefined;
	const startedAt = exit?.startedAt ?? container.startedAt;
	const failure =
		lastFailure(events, kind, spec, startedAt, at + SLACK_MS) ?? lastFailure(events, kind, spec, startedAt);
	const probe = spec[kind];
	const readyUntil = conditionNamed(pod.conditions, 'Ready')?.since ?? 0;
	const livedMs = Math.max(0, (exit?.finishedAt ?? at) - startedAt);
	const times = killTimes(container, killing, exit, cluster.now);
	return {
		pod,
		container,
		spec,
		kind,
		probe,
		killing,
		failure,
		words,
		misplaced: probe && misplaced(probe, spec, words),
		exit,
		at,
		times,
		livedMs,
		wasReady: container.ready || readyUntil > startedAt + SLACK_MS,
		isOver: isKillOver(container, times, livedMs, subject, cluster.now),
	};
}

/** Of many pods a few logs are read: the same container, killed for the same probe, wrote the same. */
function withWordsOfSiblings(kills: readonly ProbeKill[]): readonly ProbeKill[] {
	const keyOf = ({container, kind}: ProbeKill): string => `${container.name} ${kind}`;
	const known = new Map<string, ProbeKill>();
	for (const kill of kills) if (kill.words !== undefined && !known.has(keyOf(kill))) known.set(keyOf(kill), kill);
	return kills.map(kill => {
		const {words, misplaced: found} = (kill.words === undefined ? known.get(keyOf(kill)) : undefined) ?? kill;
		return words === kill.words ? kill : {...kill, words, misplaced: found};
	});
}
