import {conditionNamed} from '../../kinds/conditions.ts';
import type {ContainerSpec, Probe} from '../../model/pod-spec.ts';
import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {LastWords} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import {missesMs, type ProbeKind} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {ASSUMED_PROBE} from './assumed-probe.ts';
import {type HeardFailure, lastFailure, SLACK_MS} from './heard-failure.ts';
import {type Misplaced, misplaced} from './listening.ts';
import {wasKilledByProbe} from './killing.ts';
import {LATELY_MS} from '../lately.ts';
import {hadItsTime, patienceMs} from './unready-grace.ts';

/** A container that runs and is not ready, though it had its time. */
export interface Unready {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly spec: ContainerSpec;
	/** Which probe it waits for. */
	readonly kind: Extract<ProbeKind, 'readiness' | 'startup'>;
	readonly probe: Probe;
	/** How that probe failed last in the present run; undefined when nothing tells. */
	readonly failure: HeardFailure | undefined;
	/** What it writes in the present run. */
	readonly words: LastWords | undefined;
	readonly misplaced: Misplaced | undefined;
	/** Since when it is not ready: since its start, or since it lost it. */
	readonly since: number;
	/** It was ready in the present run. */
	readonly wasReady: boolean;
	/** Nothing shows that it will not get ready: it may only be slow. */
	readonly mayBeStarting: boolean;
}

/** The containers of a subject that run and are not ready, past the grace that their probes give them. */
export function unreadyOf(subject: PodsSubject, cluster: Cluster): readonly Unready[] {
	if (subject.object.kind === 'job' || subject.pods.every(isReady)) return NONE;
	const found: Unready[] = [];
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const [index, container] of pod.containers.entries()) {
			const spec = pod.spec.containers[index];
			if (container.state !== 'running' || container.ready || spec === undefined) continue;
			const unready = unreadyIn(pod, container, spec, subject, cluster);
			if (unready !== undefined) found.push(unready);
		}
	}
	return found;
}

/** Of nearly all subjects all pods are: nothing else is looked at. */
function isReady({ready}: PodRow): boolean {
	return ready;
}

const NONE: readonly Unready[] = [];

function unreadyIn(
	pod: PodRow,
	container: ContainerRow,
	spec: ContainerSpec,
	subject: PodsSubject,
	cluster: Cluster,
): Unready | undefined {
	const kind = spec.startup !== undefined && !container.started ? 'startup' : 'readiness';
	const events = cluster.eventsOf(pod);
	const probe = spec[kind] ?? ASSUMED_PROBE;
	const {startedAt} = container;
	const lostAt = conditionNamed(pod.conditions, 'Ready')?.since ?? 0;
	// A restart takes it away too, and is noted a moment later.
	const wasReady = lostAt > startedAt + SLACK_MS;
	const from = wasReady ? Math.max(startedAt, lostAt - 2 * missesMs(probe)) : startedAt;
	const failure = lastFailure(events, kind, spec, from);
	// Without a probe it is ready as soon as it runs.
	if (failure === undefined && spec[kind] === undefined) return undefined;
	const words = wordsOf(pod, container, wasReady ? lostAt : startedAt, cluster);
	const found = misplaced(probe, spec, words);
	const one = {pod, container, spec, kind, probe, failure, words, misplaced: found, wasReady} as const;
	const since = wasReady ? lostAt : startedAt;
	if (!hadItsTime(one, since, subject, cluster)) return undefined;
	// A restart by a probe is the worse story, and told as such.
	if (wasKilledByProbe(container.name, events, cluster.now - LATELY_MS)) return undefined;
	const patientUntil = startedAt + (wasReady ? 0 : patienceMs(one, subject));
	const mayBeStarting = cluster.now < patientUntil;
	if (mayBeStarting) subject.lookAgainAt(patientUntil);
	return {...one, since, mayBeStarting};
}

/** After a restart, the log that was read is that of the run before: it tells where the program listens, and nothing else. */
function wordsOf(pod: PodRow, container: ContainerRow, since: number, cluster: Cluster): LastWords | undefined {
	const words = cluster.lastWordsOf(pod, container);
	if (words === undefined) return undefined;
	const {restarts, startedAt} = container;
	const from = restarts > 0 ? startedAt : since - LOG_BEFORE_MS;
	const isOld = words.at === undefined ? restarts > 0 : words.at < from;
	return isOld ? {...words, tail: [], line: '', exception: undefined, startup: undefined, trouble: undefined} : words;
}

/** Trouble is written before the probe that finds it has failed often enough. */
const LOG_BEFORE_MS = 60_000;
