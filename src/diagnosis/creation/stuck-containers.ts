import type {Evidence} from '../../model/finding.ts';
import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import {seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';
import {failingSince} from './failing-since.ts';

/** Containers of one owner that cannot be created for one fault. */
export interface StuckContainers<Fault> {
	readonly fault: Fault;
	/** One of them: they are of one template, and alike. */
	readonly container: ContainerRow;
	readonly message: string;
	readonly pods: readonly PodRow[];
	readonly evidence: readonly Evidence[];
	/** Milliseconds since 1970. */
	readonly since: number;
}

/**
 * Containers that wait for one of these reasons, by the fault that their message tells.
 * @param read the fault, with a key that tells faults apart; undefined when the message is about something else
 */
export function stuckContainers<Fault>(
	subject: PodsSubject,
	cluster: Cluster,
	reasons: ReadonlySet<string>,
	read: (message: string, container: ContainerRow) => {readonly key: string; readonly fault: Fault} | undefined,
): readonly StuckContainers<Fault>[] {
	const groups = new Map<string, {fault: Fault; stuck: Stuck[]}>();
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const container of pod.containers) {
			if (container.state !== 'waiting' || !reasons.has(container.reason)) continue;
			const message = container.message || cluster.firstReasonOf(pod, container);
			const found = read(message, container);
			if (found === undefined) continue;
			const group = groups.get(found.key) ?? {fault: found.fault, stuck: []};
			group.stuck.push({pod, container, message});
			groups.set(found.key, group);
		}
	}
	return [...groups.values()].flatMap(({fault, stuck}) => {
		const [first] = stuck;
		if (first === undefined) return [];
		return {
			fault,
			container: first.container,
			message: first.message,
			pods: [...new Set(stuck.map(({pod}) => pod))],
			evidence: stuck
				.slice(0, 2)
				.map(({pod, container: {reason}, message}) => seenOn(pod, `${reason}: ${quoted(message)}`)),
			since: Math.min(...stuck.map(({pod, container}) => failingSince(pod, container, cluster))),
		};
	});
}

interface Stuck {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly message: string;
}
