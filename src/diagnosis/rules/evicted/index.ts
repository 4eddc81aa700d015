import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {endedAt, evictionsSeen, isOwned, isWholeAgain, takenAway} from '../../nodes/ended-pods.ts';
import {evictionOf} from '../../nodes/eviction.ts';
import {listed, oneLine} from '../../phrases.ts';

export default defineRule({
	id: 'evicted',
	title: 'pods that were evicted because their node was short of memory, disk or process ids',
	why: 'The kubelet takes away what uses most beyond its requests; without requests that is anybody.',
	remedy: 'Set requests to what the pods use, and look at what fills the node.',
	about: 'pods',
	reads: ['pod', 'workload', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		const evicted = takenAway(subject, cluster, ({reason}) => reason === 'Evicted');
		const groups = Map.groupBy(evicted, ({message}) => {
			const eviction = evictionOf(message);
			return eviction.by === 'node' ? eviction.resource : LIMIT;
		});
		for (const [resource, pods] of groups) {
			const [first] = pods;
			if (resource === LIMIT || first === undefined) continue;
			const nodes = [...new Set(pods.map(({node}) => node))].filter(name => name !== '').toSorted();
			yield {
				key: resource,
				verdict: isWholeAgain(subject) ? 'info' : 'struggling',
				confidence: 'certain',
				title: `${isOwned(subject) ? 'Pods were' : 'The pod was'} evicted${nodes.length === 0 ? '' : ` from ${listed(nodes, 3)}`}: ${SHORT[resource] ?? `the node was short of ${resource || 'something'}`}`,
				because: [
					...usageOf(first),
					...(isWholeAgain(subject) ? ['all its pods are there again'] : []),
					...(isOwned(subject) ? [] : ['nobody owns it, so nobody makes it again']),
				].join('; '),
				pods,
				affects: subject.pods.filter(({ready}) => !ready),
				evidence: evictionsSeen(pods),
				since: Math.min(...pods.map(endedAt)),
				follows: nodes.flatMap(name => cluster.named('node', '', name)?.uid ?? []),
				next: REMEDIES[resource] ?? ['look at the node'],
			};
		}
	},
});

const LIMIT = 'a limit of its own';

const SHORT: Readonly<Record<string, string>> = {
	memory: 'the node was short of memory',
	'ephemeral-storage': 'the node was short of disk',
	inodes: 'the node was short of inodes',
	pids: 'the node was short of process ids',
};

const REMEDIES: Readonly<Record<string, readonly string[]>> = {
	memory: ['set the memory request to what the pods use', 'look at what else uses memory on the node'],
	'ephemeral-storage': ['look at logs, emptyDir volumes and images on the node', 'set ephemeral-storage requests'],
	inodes: ['look for many small files on the node'],
	pids: ['look for what starts process after process on the node'],
};

/** `Container api was using 512Mi, request is 0, has larger consumption of memory`. */
function usageOf({message}: PodRow): readonly string[] {
	const words = /Container \S{1,253} was using [^]{1,200}/.exec(message)?.[0];
	return words === undefined ? [] : [oneLine(words, 140).replace(/[.…\s]+$/, '')];
}
