import {formatAge} from '../../../lib/age.ts';
import {exitName} from '../../../model/exit-code.ts';
import {formatMemory, percent} from '../../../model/quantity.ts';
import type {Exit, PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {LATELY_MS} from '../../lately.ts';
import {wasKilledByProbe} from '../../probes/killing.ts';
import type {Cluster} from '../../cluster.ts';

/** From here on little is left for a request more. */
const NEAR = 0.9;

/** A kill that is older has nothing to do with how things are now. */
const KILLED_MS = 60 * 60_000;

export default defineRule({
	id: 'memory-near-limit',
	title: 'pods that use nearly all of the memory that they may',
	why: 'The kernel kills a container at its limit, without a word.',
	remedy: 'Raise the limit, or look for what grows.',
	about: 'pods',
	reads: ['pod', 'event', 'usage', 'workload'],
	place: 'failure',
	*find(subject, cluster) {
		const near: {readonly pod: PodRow; readonly memory: number; readonly limit: number; readonly at: number}[] = [];
		for (const pod of subject.pods) {
			const limit = pod.limits.memory;
			if (limit === undefined || limit === 0) continue;
			const usage = cluster.usageOf(pod);
			if (usage !== undefined && usage.memory >= NEAR * limit)
				near.push({pod, memory: usage.memory, limit, at: usage.measuredAt});
		}
		const killed = near.flatMap(one => {
			const exit = killOf(one.pod, cluster);
			return exit === undefined ? [] : [{...one, exit}];
		});
		const [first] = killed.length > 0 ? killed : near;
		if (first === undefined) return;
		const [again] = killed;
		// While it is killed again and again, that is what is told.
		if (again !== undefined && again.exit.reason === 'OOMKilled' && cluster.now - again.exit.finishedAt < LATELY_MS)
			return;
		yield {
			verdict: again === undefined ? 'info' : 'struggling',
			confidence: again === undefined ? 'certain' : 'possible',
			title: `${subject.who} use over 90 % of their memory limit of ${formatMemory(first.limit)}${again === undefined ? '' : ', and were killed before'}`,
			because: again === undefined ? '' : killedWords(again.exit),
			pods: (killed.length > 0 ? killed : near).map(({pod}) => pod),
			evidence: near.slice(0, 3).map(({pod, memory, limit, at}) => ({
				...seenOn(
					pod,
					`uses ${formatMemory(memory)} of ${formatMemory(limit)}, ${percent(memory, limit) ?? 0} %`,
					at,
				),
				seenIn: 'metrics' as const,
			})),
			next: ['raise the memory limit, or look for what grows'],
		};
	},
});

/** `OOMKilled after 60m`. */
function killedWords(exit: Exit): string {
	return `${exitName(exit)} after ${formatAge(exit.finishedAt - exit.startedAt)}`;
}

/** Killed within the last hour for memory, or by somebody who does not say why, and not by its probes. */
function killOf(pod: PodRow, cluster: Cluster): Exit | undefined {
	if (pod.restarts === 0) return undefined;
	for (const {name, lastExit, limits} of pod.containers) {
		if (lastExit === undefined || limits.memory === undefined || cluster.now - lastExit.finishedAt > KILLED_MS)
			continue;
		if (lastExit.reason === 'OOMKilled') return lastExit;
		if (lastExit.code === 137 && !wasKilledByProbe(name, cluster.eventsOf(pod), lastExit.startedAt))
			return lastExit;
	}
	return undefined;
}
