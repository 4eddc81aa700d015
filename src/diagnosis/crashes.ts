import type {ContainerSpec} from '../model/pod-spec.ts';
import type {ContainerRow, Exit, PodRow} from '../model/pod.ts';
import {type LastWords, readLastWords} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import {LATELY_MS} from './lately.ts';
import {wasEndedByProbe} from './probes/kill-history.ts';
import type {PodsSubject} from './subject.ts';

/** A container whose program ended by itself: not killed for memory or by its probes, not stopped with its pod. */
export interface Crash {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	/** The end of the last run. */
	readonly exit: Exit;
	/** What it wrote last; of a sibling that ended alike, where its own log was not read. */
	readonly words: LastWords | undefined;
	/** Whose log that is. */
	readonly speaker: PodRow;
	/**
	 * `waits` for its next start; `runs` and is not ready, shortly after the last crash of several; `serves` again, and the crash was in
	 * the last ten minutes.
	 */
	readonly phase: 'waits' | 'runs' | 'serves';
	/** How often it ended, in its whole life. */
	readonly exits: number;
	/** As far as is known each run lasted seconds, or its words are those of a start that failed. */
	readonly atStart: boolean;
}

/** Who lives longer than this has started. */
const START_MS = 30_000;

/** The first restart comes at once: what is over within this time was no back-off. */
const RESTART_MS = 3_000;

/** The crashes of the containers of a subject, as they count now. */
export function crashesOf(subject: PodsSubject, cluster: Cluster): readonly Crash[] {
	const crashes: Crash[] = [];
	for (const pod of subject.pods) {
		// Nearly all pods are: nothing else is looked at.
		if (pod.restarts === 0 && pod.ready) continue;
		for (const [index, container] of pod.containers.entries()) {
			const crash = crashOf(pod, container, pod.spec.containers[index], subject, cluster);
			if (crash !== undefined) crashes.push(crash);
		}
	}
	return crashes.length > 1 ? withWordsOfSiblings(crashes) : crashes;
}

function crashOf(
	pod: PodRow,
	container: ContainerRow,
	spec: ContainerSpec | undefined,
	subject: PodsSubject,
	cluster: Cluster,
): Crash | undefined {
	const exit = container.state === 'terminated' ? container.exit : container.lastExit;
	if (exit === undefined || container.restarts === 0 || NOT_BY_ITSELF.has(exit.reason)) return undefined;
	if (container.role === 'init' && exit.code === 0) return undefined;
	const phase = phaseOf(pod, container, exit, subject, cluster.now);
	if (phase === undefined || (spec && wasEndedByProbe(spec, exit, cluster.eventsOf(pod)))) return undefined;
	const words = wordsOf(pod, container, exit, cluster);
	// The log is being read: in a moment there is more to say than a code.
	if (words === undefined && container.restarts < 2 && cluster.now - exit.finishedAt < RESTART_MS) return undefined;
	// A server that was asked to stop did not crash, whoever asked.
	if (exit.code === 0 && words?.stopped === true) return undefined;
	const runs = container.state === 'terminated' && container.lastExit ? [exit, container.lastExit] : [exit];
	return {
		pod,
		container,
		exit,
		words,
		speaker: pod,
		phase,
		exits: container.restarts + (phase === 'waits' ? 1 : 0),
		atStart: runs.every(isShort) || (words?.startup !== undefined && OF_A_START.has(words.startup)),
	};
}

/** Ends that somebody else brought about, or that never were a run. */
const NOT_BY_ITSELF: ReadonlySet<string> = new Set([
	...['OOMKilled', 'StartError', 'ContainerCannotRun', 'ContainerStatusUnknown', 'Unknown', 'DeadlineExceeded'],
]);

const OF_A_START: ReadonlySet<LastWords['startup']> = new Set<LastWords['startup']>([
	...(['application-startup', 'worker-boot', 'application-load', 'module-missing', 'setting-missing'] as const),
	...(['wrong-architecture', 'address-in-use', 'port-forbidden'] as const),
]);

function isShort({startedAt, finishedAt}: Exit): boolean {
	return startedAt !== 0 && finishedAt - startedAt <= START_MS;
}

function phaseOf(
	pod: PodRow,
	container: ContainerRow,
	exit: Exit,
	subject: PodsSubject,
	now: number,
): Crash['phase'] | undefined {
	const {state, reason, ready, role, startedAt} = container;
	if (pod.spec.restartPolicy === 'Never') return undefined;
	const isAgain = crashedAgain(pod, container, exit, now);
	// A job may fail and be tried again.
	if (subject.object.kind === 'job' && container.restarts < 2) return undefined;
	subject.lookAgainAt(exit.finishedAt + RESTART_MS);
	if (state === 'waiting') return reason === 'CrashLoopBackOff' ? 'waits' : undefined;
	if (state === 'terminated') return isAgain || now - exit.finishedAt >= RESTART_MS ? 'waits' : undefined;
	if (state !== 'running' || now - exit.finishedAt > LATELY_MS) return undefined;
	subject.lookAgainAt(exit.finishedAt + LATELY_MS + 1);
	if (role !== 'init' && ready) return 'serves';
	// It runs for longer than it did before: whatever it is, it is not the crash of before.
	const usual = Math.max(START_MS, 2 * (exit.finishedAt - exit.startedAt));
	subject.lookAgainAt(startedAt + usual + 1);
	return isAgain && now - startedAt <= usual ? 'runs' : undefined;
}

/** Two crashes within the last ten minutes: one, and a new start, is what restarts are for. */
export function crashedAgain(pod: PodRow, {restarts, state}: ContainerRow, exit: Exit, now: number): boolean {
	const exits = restarts + (state === 'running' ? 0 : 1);
	if (exits < 2) return false;
	return pod.createdAt > now - LATELY_MS || exit.startedAt > now - LATELY_MS;
}

/** The end of the log, else the message that the program left for the kubelet. */
function wordsOf(pod: PodRow, container: ContainerRow, exit: Exit, cluster: Cluster): LastWords | undefined {
	const words =
		cluster.lastWordsOf(pod, container) ?? (exit.message === '' ? undefined : readLastWords(exit.message));
	if (words?.at === undefined || words.at < exit.startedAt || exit.finishedAt - words.at < START_MS) return words;
	// It went on living afterwards: that was not the reason.
	const {tail} = words;
	return {...words, line: tail.at(-1) ?? '', exception: undefined, startup: undefined, trouble: undefined};
}

/** Of many pods a few logs are read: the same container with the same code ended for the same reason. */
function withWordsOfSiblings(crashes: readonly Crash[]): readonly Crash[] {
	const known = new Map<string, Crash>();
	const keyOf = ({container, exit}: Crash): string => `${container.name} ${exit.code}`;
	for (const crash of crashes)
		if (crash.words !== undefined && !known.has(keyOf(crash))) known.set(keyOf(crash), crash);
	return crashes.map(crash => {
		const sibling = crash.words === undefined ? known.get(keyOf(crash)) : undefined;
		if (sibling === undefined) return crash;
		return {...crash, words: sibling.words, speaker: sibling.pod, atStart: crash.atStart || sibling.atStart};
	});
}
