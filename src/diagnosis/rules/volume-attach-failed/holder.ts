import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {troubleWords} from '../../nodes/node-trouble.ts';
import {oneLine} from '../../phrases.ts';
import {claimNamesOf} from '../../storage/claims.ts';

/** Who has the volume that a pod waits for, in words. */
export interface Holder {
	/** After `PersistentVolumeClaim data, which`. */
	readonly title: string;
	readonly because: string;
	/** Uid of its node when that is in trouble. */
	readonly follows: readonly string[];
	readonly next: readonly string[];
}

/** The claim leads to the other pods that mount it; where they are not seen, the message may name them. */
export function holderOf(pod: PodRow, claim: string, message: string, cluster: Cluster): Holder {
	const others = [...cluster.inNamespace('pod', pod.namespace)].filter(
		({uid, node}) => uid !== pod.uid && node !== '' && node !== pod.node,
	);
	const [other] = others.filter(one => claim !== '' && claimNamesOf(one).includes(claim)).toSorted(byHold);
	return other === undefined ? unseenHolder(message) : seenHolder(other, pod, cluster);
}

/** One that still runs keeps it; one that has ended has not let go of it yet. */
function byHold(a: PodRow, b: PodRow): number {
	return Number(hasEnded(a)) - Number(hasEnded(b)) || (a.name < b.name ? -1 : 1);
}

function hasEnded({phase}: PodRow): boolean {
	return phase === 'Succeeded' || phase === 'Failed';
}

function unseenHolder(message: string): Holder {
	const names = /used by pod\(s\) (?<names>[^\n]{1,200})/.exec(message)?.groups?.['names'];
	return {
		title: `${names === undefined ? 'another node' : `pod ${oneLine(names, 60)}`} still holds`,
		because: 'its volume can be on one node at a time',
		follows: [],
		next: ['wait until it is detached; Kubernetes takes it by force from a lost node after 6 minutes'],
	};
}

function seenHolder(other: PodRow, pod: PodRow, cluster: Cluster): Holder {
	const node = cluster.named('node', '', other.node);
	const trouble = node === undefined ? '' : troubleWords(node);
	// The old pod of a Deployment is only taken away when the new one is ready.
	const isKept = other.deletedAt === undefined && other.owner?.kind === 'ReplicaSet';
	return {
		title: `${other.name} on ${other.node} still holds`,
		because: [
			`its volume can be on one node at a time, and the new pod is on ${pod.node}`,
			...(trouble === '' ? [] : [`${other.node} ${trouble}`]),
		].join('; '),
		follows: node === undefined || trouble === '' ? [] : [node.uid],
		next: [
			...(isKept ? ['use strategy Recreate, so that the old pod lets go first'] : []),
			`delete pod ${other.name}, or let it end`,
		],
	};
}
