import {defineRule} from '../../contract.ts';
import {endedAt, evictionsSeen, isOwned, takenAway} from '../../nodes/ended-pods.ts';
import {type Eviction, evictionOf} from '../../nodes/eviction.ts';
import {counted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'ephemeral-storage-exceeded',
	title: 'pods that were evicted for writing more to local disk than their own limit',
	why: 'What a container writes outside volumes, its logs and emptyDir volumes count; beyond the limit the pod is taken away.',
	remedy: 'Write less, write to a volume, or raise the limit.',
	about: 'pods',
	reads: ['pod', 'workload'],
	place: 'failure',
	*find(subject, cluster) {
		const evicted = takenAway(subject, cluster, ({reason}) => reason === 'Evicted');
		const groups = Map.groupBy(evicted, ({message}) => wordsOf(evictionOf(message)));
		for (const [words, pods] of groups) {
			const [first] = pods;
			if (words === '' || first === undefined) continue;
			yield {
				key: words,
				// The next one fills its disk in the same way.
				verdict: 'struggling',
				confidence: 'certain',
				title: `${isOwned(subject) ? 'Pods were' : 'The pod was'} evicted: ${words}`,
				because: `${counted(pods.length, 'pod')} in the last ten minutes; logs, emptyDir volumes and what is written beside volumes count`,
				pods,
				affects: subject.pods.filter(({ready}) => !ready),
				evidence: evictionsSeen(pods),
				since: Math.min(...pods.map(endedAt)),
				next: [
					...rollBackFirst(subject),
					'look at what fills the disk: temporary files, caches, logs',
					'raise the limit, or write to a volume',
				],
			};
		}
	},
});

function wordsOf(eviction: Eviction): string {
	return eviction.by === 'limit' ? eviction.words : '';
}
