import type {EventRow} from '../../../model/event.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isBeingCreated, runningPull, takenAt} from '../../creation/being-created.ts';
import {onlyNode} from '../../creation/only-node.ts';
import {coreOfRuntime} from '../../creation/runtime-message.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';

/** Volumes are attached, and large images pulled, within that. */
const LONG_MS = 2 * 60_000;

/** The kubelet gives up on a volume after two minutes, and had time for a second try. */
const STUCK_MS = 5 * 60_000;

export default defineRule({
	id: 'container-creating-long',
	title: 'pods that do not get past ContainerCreating',
	why: 'Their node waits for a volume, a network or an image, and no container runs before it has all of them.',
	remedy: 'Read the newest warning about the pod; without one, look at the kubelet of its node.',
	about: 'pods',
	reads: ['pod', 'event', 'node'],
	place: 'failure',
	*find(subject, cluster) {
		const waiting: Waiting[] = [];
		for (const pod of subject.pods) {
			// One that pulls has a reason, and is told about by itself.
			if (!isBeingCreated(pod) || runningPull(pod, cluster) !== undefined) continue;
			const since = takenAt(pod);
			if (cluster.now - since < LONG_MS) subject.lookAgainAt(since + LONG_MS);
			else waiting.push({pod, since, warning: warningOf(pod, cluster)});
		}
		const [first] = waiting.toSorted((a, b) => (b.warning?.lastAt ?? 0) - (a.warning?.lastAt ?? 0));
		if (first === undefined) return;
		const since = Math.min(...waiting.map(one => one.since));
		const isStuck = cluster.now - since >= STUCK_MS;
		if (!isStuck) subject.lookAgainAt(since + STUCK_MS);
		const {warning} = first;
		const nodes = [...new Set(waiting.map(({pod}) => pod.node))].toSorted();
		yield {
			verdict: isStuck ? 'struggling' : 'progressing',
			confidence: 'certain',
			title: `${subject.who} do not get past ContainerCreating${warning === undefined ? '' : `: ${warning.reason}`}`,
			because: `on ${listed(nodes)}; ${warning === undefined ? silenceOf(cluster) : coreOfRuntime(warning.message, 200)}`,
			pods: waiting.map(({pod}) => pod),
			evidence: waiting
				.slice(0, 3)
				.map(one =>
					one.warning === undefined
						? seenOn(one.pod, `${one.pod.status}, on ${one.pod.node}`, one.since)
						: heardOf(one.warning, one.pod, coreOfRuntime(one.warning.message, 500)),
				),
			since,
			follows: onlyNode(nodes, cluster),
			next: [
				warning === undefined
					? `look at the kubelet of ${nodes[0] ?? 'the node'}`
					: 'see to what the newest warning names',
				`compare with the other pods of ${nodes[0] ?? 'the node'}`,
			],
		};
	},
});

interface Waiting {
	readonly pod: PodRow;
	readonly since: number;
	readonly warning: EventRow | undefined;
}

/** The newest since the kubelet took it: what the scheduler said before is over. */
function warningOf(pod: PodRow, cluster: Cluster): EventRow | undefined {
	return cluster.eventsOf(pod).findLast(({type, reason}) => type === 'Warning' && reason !== 'FailedScheduling');
}

function silenceOf(cluster: Cluster): string {
	return cluster.knows('event') ? 'no warning says why' : 'why cannot be seen (list events)';
}
