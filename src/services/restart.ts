import {exitMeaning, exitName} from '../model/exit-code.ts';
import type {Exit} from '../model/pod.ts';
import {formatMemory} from '../model/quantity.ts';

/** A container ran again: once, or as often as nobody looked. */
export interface Restart {
	readonly pod: string;
	readonly podUid: string;
	readonly namespace: string;
	readonly container: string;
	/** When the newest of the runs before ended, milliseconds since 1970; when we noticed, where the kubelet does not say. */
	readonly at: number;
	/** How that run ended. */
	readonly exit: Exit | undefined;
	/** Of the container, in bytes. */
	readonly memoryLimit: number | undefined;
	readonly count: number;
	/** True when there may have been more, shortly before, that nobody saw. */
	readonly atLeast: boolean;
	/** Of the pod: its ReplicaSet, StatefulSet … */
	readonly ownerUid: string | undefined;
	/** Undefined while the pod's ReplicaSet is not known, and for pods without owner. */
	readonly workloadUid: string | undefined;
	readonly revisionHash: string;
}

/** Why it ran again, in a few words: `exit 3 (application startup failed)`, `OOMKilled at 256Mi`. */
export function wordsOfRestart({exit, memoryLimit}: Pick<Restart, 'exit' | 'memoryLimit'>): string {
	if (exit === undefined) return 'restarted';
	if (exit.reason === 'OOMKilled')
		return memoryLimit === undefined ? 'OOMKilled' : `OOMKilled at ${formatMemory(memoryLimit)}`;
	// The rest of a meaning names the signal or the program that usually does it: too long for a line of a list.
	const [meaning = ''] = exitMeaning(exit).split(' (');
	return meaning === '' ? exitName(exit) : `${exitName(exit)} (${meaning})`;
}
