import type {Evidence} from '../../../model/finding.ts';
import type {ContainerRow, Exit, PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {type CommandFailure, loggedCommandFailure, runtimeCommandFailure} from '../../creation/command-failure.ts';
import {causeOf} from '../../crash-cause.ts';
import {readFrom, seenOn} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';
import type {PodsSubject} from '../../subject.ts';

/** Containers of one name whose command fails in one way. */
export interface FailedStart {
	/** Of the container. */
	readonly name: string;
	readonly failure: CommandFailure;
	/** The log tells, not the runtime. */
	readonly isLogged: boolean;
	readonly pods: PodRow[];
	readonly evidence: Evidence[];
	since: number;
}

export function failedStarts(subject: PodsSubject, cluster: Cluster): Iterable<FailedStart> {
	const starts = new Map<string, FailedStart>();
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const container of pod.containers) {
			if (container.state === 'running' || container.state === 'unknown') continue;
			const read = readStart(pod, container, cluster);
			if (read === undefined) continue;
			const {failure, evidence, at} = read;
			const key = `${container.name} ${failure.why}`;
			const isLogged = evidence.seenIn === 'log';
			const start = starts.get(key) ?? {
				name: container.name,
				failure,
				isLogged,
				pods: [],
				evidence: [],
				since: at,
			};
			if (!start.pods.includes(pod)) start.pods.push(pod);
			if (start.evidence.length < 2) start.evidence.push(evidence);
			start.since = Math.min(start.since, at);
			starts.set(key, start);
		}
	}
	return starts.values();
}

/** Reasons with which the kubelet passes on what the runtime says. */
const REFUSED: ReadonlySet<string> = new Set([
	'StartError',
	'ContainerCannotRun',
	'RunContainerError',
	'CreateContainerError',
]);

/** The shell's: may not be executed, not found. Runtimes give 128, and 255 or 1 when their last process writes into the log. */
const CODES: ReadonlySet<number> = new Set([126, 127, 128, 255, 1]);

function readStart(
	pod: PodRow,
	container: ContainerRow,
	cluster: Cluster,
): {failure: CommandFailure; evidence: Evidence; at: number} | undefined {
	const {state, reason, message} = container;
	const exit = container.exit ?? container.lastExit;
	const waited = state === 'waiting' && REFUSED.has(reason) ? runtimeCommandFailure(message) : undefined;
	if (waited !== undefined)
		return {failure: waited, evidence: seenOn(pod, `${reason}: ${quoted(message)}`), at: pod.createdAt};
	if (exit === undefined || !(CODES.has(exit.code) || REFUSED.has(exit.reason))) return undefined;
	const ended = REFUSED.has(exit.reason) ? runtimeCommandFailure(exit.message) : loggedCommandFailure(exit.message);
	const at = exit.finishedAt || pod.createdAt;
	if (ended !== undefined)
		return {failure: ended, evidence: seenOn(pod, `${exit.reason}: ${quoted(exit.message)}`, at), at};
	return REFUSED.has(exit.reason) ? undefined : readLog(pod, container, exit, cluster);
}

/**
 * Other programs write such lines too: only the last one, before an end of that kind, is about the command itself. Of who is started
 * again and again the rules of crashes tell the same.
 */
function readLog(
	pod: PodRow,
	container: ContainerRow,
	exit: Exit,
	cluster: Cluster,
): {failure: CommandFailure; evidence: Evidence; at: number} | undefined {
	const {code, finishedAt} = exit;
	const words = cluster.lastWordsOf(pod, container);
	const line = words?.tail.at(-1);
	if (words === undefined || line === undefined) return undefined;
	if (container.restarts > 0 && causeOf({exit, words}) !== undefined) return undefined;
	// 1 and 255 are ends of any kind: then the line must be the runtime's, and the only one.
	const isOnly = words.tail.length === 1 && /\bexec \//.test(line);
	if (code !== 126 && code !== 127 && !isOnly) return undefined;
	const failure = loggedCommandFailure(line);
	return failure && {failure, evidence: readFrom(pod, container, words, line), at: finishedAt || pod.createdAt};
}
