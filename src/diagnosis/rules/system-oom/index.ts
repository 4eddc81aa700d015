import type {EventRow} from '../../../model/event.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {NodeRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isRecent} from '../../due.ts';
import {heardOf} from '../../evidence.ts';
import {counted, oneLine, quoted} from '../../phrases.ts';

/** What was killed has been started again by then, or its own rules tell that it was not. */
const RECENT_MS = 5 * 60_000;

/** Between the kernel's kill and what the kubelet writes of the container. */
const APART_MS = 30_000;

export default defineRule({
	id: 'system-oom',
	title: 'a node that ran out of memory, so that its kernel killed a process',
	why: 'No limit was reached, but the node had nothing left; the kernel chooses whom it kills, and it may be anybody.',
	remedy: 'Set memory requests and limits, so that no more is placed on a node than it has.',
	about: 'node',
	reads: ['node', 'event', 'pod'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: node, events} = subject;
		const event = events.findLast(isNodeOutOfMemory);
		if (event === undefined || !isRecent(subject, cluster, event.lastAt, RECENT_MS)) return;
		const victim = VICTIM.exec(event.message)?.groups?.['name'] ?? '';
		const killed = killedThen(node, event, cluster);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Node ${node.name} ran out of memory and killed ${victim === '' ? 'a process' : oneLine(victim, 40)}`,
			because:
				killed.length === 0
					? 'it was not a limit of a container that was reached'
					: `${counted(killed.length, 'pod')} had a container killed at that moment`,
			affects: killed,
			evidence: [heardOf(event, node, quoted(event.message))],
			since: event.firstAt,
			next: ['find what uses more memory than it requests', 'set memory limits on what has none'],
		};
	},
});

/** The problem detector tells with the same word of containers that reached their own limit. */
function isNodeOutOfMemory({reason, message}: EventRow): boolean {
	return reason === 'SystemOOM' || (reason === 'OOMKilling' && !message.startsWith('Memory cgroup'));
}

const VICTIM = /(?:victim process: |Killed process \d{1,10} \()(?<name>[^,)\n]{1,64})/;

function killedThen(node: NodeRow, {lastAt}: EventRow, cluster: Cluster): readonly PodRow[] {
	return [...cluster.all('pod')].filter(
		({node: name, containers}) =>
			name === node.name &&
			containers.some(({exit, lastExit}) =>
				[exit, lastExit].some(
					end =>
						end !== undefined &&
						(end.code === 137 || end.reason === 'OOMKilled') &&
						Math.abs(end.finishedAt - lastAt) < APART_MS,
				),
			),
	);
}
