import type {ContainerRow, PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {readFrom, seenOn} from '../../evidence.ts';
import type {PodsSubject} from '../../subject.ts';

/** Migrations take a while. */
const LONG_MS = 2 * 60_000;

/** Kubernetes' own patience with a rollout, where it has none of its own. */
const TOO_LONG_MS = 10 * 60_000;

export default defineRule({
	id: 'init-container-waiting',
	title: 'an init container that runs for a long time',
	why: 'The containers of the pod wait for it; often it waits itself, for a database or a migration.',
	remedy: 'Read its log: it may be at work, or wait for what does not come.',
	about: 'pods',
	reads: ['pod', 'log', 'workload'],
	place: 'failure',
	*find(subject, cluster) {
		const {now} = cluster;
		const running = new Map<string, {pod: PodRow; container: ContainerRow}[]>();
		for (const pod of subject.pods) {
			if (pod.ready) continue;
			const container = pod.containers.find(({role, state}) => role === 'init' && state === 'running');
			if (container === undefined || container.startedAt === 0) continue;
			for (const wait of [LONG_MS, TOO_LONG_MS]) subject.lookAgainAt(container.startedAt + wait);
			const deadline = deadlineOf(subject);
			if (deadline !== undefined) subject.lookAgainAt(deadline);
			if (now - container.startedAt < LONG_MS) continue;
			running.set(container.name, [...(running.get(container.name) ?? []), {pod, container}]);
		}
		for (const [name, waits] of running) {
			const since = Math.min(...waits.map(({container}) => container.startedAt));
			const isLate = now - since >= TOO_LONG_MS || now >= (deadlineOf(subject) ?? Infinity);
			yield {
				key: name,
				verdict: isLate ? 'struggling' : 'info',
				confidence: 'certain',
				title: `${subject.who} wait for init container ${name}, which is still running`,
				because: isLate ? 'it takes longer than a rollout may' : '',
				pods: waits.map(({pod}) => pod),
				evidence: waits.slice(0, 2).flatMap(({pod, container}) => {
					const words = cluster.lastWordsOf(pod, container);
					const said =
						words === undefined || words.line === '' ? [] : [readFrom(pod, container, words, words.line)];
					return [...said, seenOn(pod, `init container ${name} is running`, container.startedAt)];
				}),
				next: [`read the log of init container ${name}`],
				since,
			};
		}
	},
});

function deadlineOf({service}: PodsSubject): number | undefined {
	return service?.rollout.deadlineAt;
}
