import {defineRule, type Rule} from '../../src/diagnosis/contract.ts';
import {heardOf, readFrom, seenOn} from '../../src/diagnosis/evidence.ts';

/**
 * A verdict with all that one can have, on the simulated shop, whatever rules there are: a cause with each sort of evidence and two
 * consequences, one of them on another object; something that may recover; something worth knowing; and a rule that throws.
 */
export const STORY: readonly Rule[] = [
	defineRule({
		...entry('database-refuses', 'cause'),
		about: 'pods',
		*find(subject, cluster) {
			const [pod] = subject.pods.filter(({ready}) => !ready);
			const container = pod?.containers[0];
			const words = pod && container && cluster.lastWordsOf(pod, container);
			if (pod === undefined || container === undefined || words === undefined || !subject.isRolling) return;
			const [event] = cluster.eventsOf(pod).filter(({reason}) => reason === 'BackOff');
			const line = words.tail.find(text => text.includes('FATAL')) ?? words.line;
			yield {
				verdict: 'doomed',
				confidence: 'certain',
				title: `${subject.who} exit at start: the database refuses connections`,
				because: '3 pods × (20 pool + 10 overflow) = 90 connections are wanted, 57 are usable on postgres:5432',
				pods: subject.pods.filter(({ready}) => !ready),
				evidence: [
					seenOn(pod, `exit 3 ×${pod.restarts}`, container.lastExit?.finishedAt),
					readFrom(pod, container, words, line),
					...(event === undefined ? [] : [heardOf(event, pod)]),
				],
				next: [subject.rollBack ?? 'roll back', 'lower DB_POOL_SIZE to 9'],
				since: pod.createdAt,
			};
		},
	}),
	defineRule({
		...entry('rollout-stands-still', 'effect'),
		about: 'workload',
		*find({object, isRolling, pods}) {
			if (!isRolling || pods.every(({restarts}) => restarts === 0)) return;
			yield {
				verdict: 'struggling',
				confidence: 'certain',
				title: 'The rollout stands still',
				evidence: [seenOn(object, 'ReplicaSetUpdated')],
				next: [],
			};
		},
	}),
	defineRule({
		...entry('fewer-endpoints', 'effect'),
		about: 'service',
		*find({object}, cluster) {
			const [service] = cluster.behind(object);
			if (service === undefined || service.pods.every(({ready}) => ready)) return;
			yield {
				verdict: 'struggling',
				confidence: 'likely',
				title: `Of the pods behind it ${service.pods.filter(({ready}) => !ready).length} are not ready`,
				evidence: [seenOn(object, 'endpoints')],
				next: [],
				follows: [service.uid],
			};
		},
	}),
	defineRule({
		...entry('no-memory-to-spare', 'failure'),
		about: 'workload',
		*find({object}, {now}) {
			if (object.name !== 'mailer') return;
			yield {
				verdict: 'struggling',
				confidence: 'possible',
				title: 'Pods are near their memory limit: 243 of 256 Mi, and it has grown by 12 Mi an hour since the last release',
				evidence: [{...seenOn(object, 'memory 243Mi of 256Mi'), seenIn: 'metrics', at: now}],
				next: ['raise the limit, or look for what grows'],
				since: now - 3 * 3_600_000,
			};
		},
	}),
	defineRule({
		...entry('one-replica', 'failure'),
		about: 'workload',
		*find({object}) {
			if (object.name !== 'postgres') return;
			yield {
				verdict: 'info',
				confidence: 'certain',
				title: 'One pod serves alone: nothing takes over when its node goes',
				evidence: [seenOn(object, 'replicas: 1')],
				next: [],
			};
		},
	}),
	defineRule({
		...entry('clumsy', 'cause'),
		about: 'workload',
		find() {
			throw new Error('Cannot read properties of undefined');
		},
	}),
];

function entry(id: string, place: Rule['place']): Omit<Rule, 'about' | 'find'> {
	return {id, title: id, why: '', remedy: '', reads: ['pod', 'workload', 'log', 'event', 'service'], place};
}
