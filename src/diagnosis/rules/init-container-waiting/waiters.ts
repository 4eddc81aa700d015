import type {ContainerRow, PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import type {PodsSubject} from '../../subject.ts';

/** A pod, and its init container that runs. */
export interface Waiter {
	readonly pod: PodRow;
	readonly container: ContainerRow;
}

/** By the name of the init container. */
export function waitersOf({pods}: PodsSubject): ReadonlyMap<string, readonly [Waiter, ...Waiter[]]> {
	const waiters = new Map<string, [Waiter, ...Waiter[]]>();
	for (const pod of pods) {
		if (pod.ready) continue;
		const container = pod.containers.find(({role, state}) => role === 'init' && state === 'running');
		if (container === undefined || container.startedAt === 0) continue;
		const known = waiters.get(container.name);
		if (known === undefined) waiters.set(container.name, [{pod, container}]);
		else known.push({pod, container});
	}
	return waiters;
}

/** Fewer lines may be alike by chance. */
const LINES_MIN = 5;

/** Whether its log ends with the same line again and again, but for numbers: that it waits, or tries. */
export function hasOneSong({pod, container}: Waiter, cluster: Cluster): boolean {
	const tail = cluster.lastWordsOf(pod, container)?.tail.slice(-LINES_MIN) ?? [];
	return tail.length === LINES_MIN && new Set(tail.map(line => line.replaceAll(/\d+/g, '#'))).size === 1;
}
