import type {Condition} from '../../../model/row.ts';
import type {NodeRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {isLeaving, isSilent, unreadiness} from '../../nodes/node-trouble.ts';
import {podsOnNode, podsWords} from '../../nodes/pods-on-node.ts';
import {oneLine, quoted} from '../../phrases.ts';
import type {Subject} from '../../subject.ts';

/** A kubelet that restarts is not ready for some seconds. When it is silent, the cluster has waited for most of a minute already. */
const RESTART_MS = 20_000;

/** A node that joins is not ready until its network and its drivers are up. */
const JOINING_MS = 5 * 60_000;

/** What runs on it is moved away without a word to the node. */
const LOOK_MS = 15_000;

export default defineRule({
	id: 'node-not-ready',
	title: 'a node that is not ready, or stopped reporting',
	why: 'Its pods count as not ready, take no traffic, and are made elsewhere after five minutes if that is possible.',
	remedy: 'Bring the machine or its kubelet back, or delete the node so that its pods are made elsewhere.',
	about: 'node',
	reads: ['node', 'event', 'pod'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: node, events} = subject;
		const ready = unreadiness(node);
		if (ready === undefined || !lastsTooLong(subject, ready, cluster)) return;
		subject.lookAgainAt(cluster.now + LOOK_MS);
		const pods = podsOnNode(node, cluster);
		const told = events.findLast(({reason}) => reason === 'NodeNotReady' || reason === 'NodeStatusUnknown');
		const silent = isSilent(ready);
		yield {
			// Machines in maintenance are switched off after their pods were moved.
			verdict: isLeaving(node) && pods.length === 0 ? 'info' : 'struggling',
			confidence: 'certain',
			title: silent ? `Node ${node.name} stopped reporting` : `Node ${node.name} is not ready${whyOf(ready)}`,
			because: [
				podsWords(pods),
				...(silent ? ['what runs there may still run, but nobody knows'] : []),
				...(node.unschedulable ? ['it is cordoned'] : []),
			].join('; '),
			affects: pods,
			evidence: [
				seenOn(node, `Ready ${ready.status} ${ready.reason}: ${quoted(ready.message)}`, ready.since),
				...(told === undefined ? [] : [heardOf(told, node)]),
			],
			since: ready.since || node.createdAt,
			next: remediesOf(node, silent),
		};
	},
});

function lastsTooLong(subject: Subject<'node'>, ready: Condition, cluster: Cluster): boolean {
	const {createdAt} = subject.object;
	const hasNeverBeenReady = ready.since < createdAt + 30_000;
	if (hasNeverBeenReady) return isDue(subject, cluster, createdAt, JOINING_MS);
	return isSilent(ready) || isDue(subject, cluster, ready.since, RESTART_MS);
}

function whyOf({message}: Condition): string {
	const words = oneLine(message, 70).replace(/[.…\s]+$/, '');
	return words === '' ? '' : `: ${words}`;
}

function remediesOf({name}: NodeRow, silent: boolean): readonly string[] {
	if (!silent) return [`look at the kubelet of ${name}: journalctl -u kubelet`];
	return [
		`look whether machine ${name} and its kubelet run, and whether it is reached`,
		`if it never comes back: kubectl delete node ${name}`,
	];
}
