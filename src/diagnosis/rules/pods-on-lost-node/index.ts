import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {type LostNode, lostNodeOf} from '../../nodes/lost-node.ts';
import {counted, listed} from '../../phrases.ts';
import type {PodsSubject} from '../../subject.ts';

/** A kubelet that restarts is back by then. */
const RESTART_MS = 20_000;

/** Pods of a node that was taken away are removed after a minute or two. */
const GONE_MS = 3 * 60_000;

export default defineRule({
	id: 'pods-on-lost-node',
	title: 'pods on a node that is not ready or stopped reporting',
	why: 'Nobody knows whether they run; they take no traffic, and those that end never say so.',
	remedy: 'Bring the node back, or delete it: then its pods are made elsewhere.',
	about: 'pods',
	reads: ['pod', 'node', 'event', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const lost = podsOnLostNodes(subject, cluster);
		const [first] = lost;
		if (first === undefined) return;
		const pods = lost.map(({pod}) => pod);
		const nodes = [...new Map(lost.map(({on}) => [on.name, on])).values()];
		const names = nodes.map(({name}) => name).toSorted();
		yield {
			verdict: isReplaced(subject) || nodes.every(({isLeaving}) => isLeaving) ? 'info' : 'struggling',
			confidence: nodes.every(({isSeen}) => isSeen) ? 'certain' : 'likely',
			title: titleOf(names, first.on.words),
			because: becauseOf(subject, pods),
			pods,
			evidence: nodes
				.slice(0, 3)
				.map(on => seenOn(on.node ?? first.pod, `node ${on.name} ${on.words}`, on.since)),
			since: Math.min(...nodes.map(({since}) => since)),
			follows: nodes.flatMap(({node}) => (node === undefined ? [] : [node.uid])),
			next: remediesOf(nodes, pods),
		};
	},
});

function podsOnLostNodes(
	subject: PodsSubject,
	cluster: Cluster,
): readonly {readonly pod: PodRow; readonly on: LostNode}[] {
	if (subject.allPods.every(({ready, deletedAt}) => ready && deletedAt === undefined)) return NOBODY;
	return subject.allPods.flatMap(pod => {
		if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return [];
		const on = lostNodeOf(pod, cluster);
		if (on === undefined) return [];
		const graceMs = on.words === 'is not ready' ? RESTART_MS : on.words === 'is gone' ? GONE_MS : 0;
		return isDue(subject, cluster, on.since, graceMs) ? [{pod, on}] : [];
	});
}

const NOBODY: readonly never[] = [];

/** Not `New pods`: those of any revision may be there. */
function titleOf(names: readonly string[], words: string): string {
	if (names.length === 1) return `Pods are on node ${names.join('')}, which ${words}`;
	return `Pods are on nodes ${listed(names, 3)}, which ${words.replace(/^is /, 'are ')}`;
}

/** Others have taken their places: what is left is a record until the node comes back. */
function isReplaced({service}: PodsSubject): boolean {
	return service !== undefined && service.workload.ready >= service.workload.wanted;
}

function becauseOf(subject: PodsSubject, pods: readonly PodRow[]): string {
	const ending = pods.filter(({deletedAt}) => deletedAt !== undefined).length;
	const {service} = subject;
	return [
		...(ending === 0 ? ['Kubernetes makes them elsewhere after five minutes, unless told otherwise'] : []),
		...(ending > 0 ? [`${counted(ending, 'pod')} cannot end before the node comes back or is deleted`] : []),
		...(service?.kind === 'statefulset' ? ['a StatefulSet makes no other pod of that name before'] : []),
		...(service === undefined ? [] : [`${service.workload.ready} of ${service.workload.wanted} are ready`]),
	].join('; ');
}

function remediesOf(nodes: readonly LostNode[], pods: readonly PodRow[]): readonly string[] {
	const [first] = nodes;
	const name = first?.name ?? '';
	const stuck = pods.find(({deletedAt}) => deletedAt !== undefined);
	return [
		first?.words === 'is gone' ? `look why node ${name} is gone` : `bring node ${name} back`,
		...(stuck === undefined
			? [`if it never comes back: kubectl delete node ${name}`]
			: [`if it never comes back: kubectl delete node ${name}, or kubectl delete pod ${stuck.name} --force`]),
	];
}
