import {exitMeaning, exitName} from '../model/exit-code.ts';
import type {Evidence} from '../model/finding.ts';
import type {ContainerRow, Exit, PodRow} from '../model/pod.ts';
import type {LastWords} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import {readFrom, seenOn} from './evidence.ts';
import {oneLine, quoted} from './phrases.ts';

/** The last run of a container that ended badly, of all pods of a job. */
export interface FailedRun {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly exit: Exit;
	/** Undefined until its log was read. */
	readonly words: LastWords | undefined;
}

/** Undefined when no pod is left that failed: a job may delete them. */
export function lastFailedRun(pods: readonly PodRow[], cluster: Cluster): FailedRun | undefined {
	let last: Omit<FailedRun, 'words'> | undefined;
	for (const pod of pods) {
		for (const container of pod.containers) {
			const exit = endOf(pod, container);
			if (exit === undefined || (exit.code === 0 && exit.signal === 0)) continue;
			if (last === undefined || exit.finishedAt > last.exit.finishedAt) last = {pod, container, exit};
		}
	}
	return last && {...last, words: cluster.lastWordsOf(last.pod, last.container)};
}

/** What its own deletion did to a container that ran again is not how it failed. */
function endOf({deletedAt}: PodRow, {exit, lastExit}: ContainerRow): Exit | undefined {
	const isEnded = deletedAt !== undefined && exit !== undefined && (exit.code === 137 || exit.code === 143);
	return isEnded ? (lastExit ?? exit) : (exit ?? lastExit);
}

/** Its last words where they were read, else how it ended: `KeyError: 'SMTP_HOST'`, `exit 1 (the program failed)`. */
export function reasonOf({words, exit}: FailedRun, charsMax: number): string {
	const line = words === undefined || words.line === '' ? exit.message : words.line;
	return oneLine(line, charsMax) || exitWords(exit);
}

/** `exit 3 (application startup failed …)`, `OOMKilled`. */
export function exitWords(exit: Exit): string {
	const meaning = exitMeaning(exit);
	return meaning === '' ? exitName(exit) : `${exitName(exit)} (${meaning})`;
}

export function runEvidence({pod, container, exit, words}: FailedRun): readonly Evidence[] {
	return [
		...(words === undefined || words.line === '' ? [] : [readFrom(pod, container, words, quoted(words.line))]),
		seenOn(pod, `container ${container.name} ended with ${exitWords(exit)}`, exit.finishedAt || undefined),
	];
}
