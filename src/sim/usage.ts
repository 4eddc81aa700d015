import type {Usage} from './contract.ts';
import {behaviourOf, momentOf, runKeyOf} from './kubelet/run.ts';
import type {Pod} from './pod-object.ts';
import type {World} from './world.ts';

export interface PodUsage {
	/** End of the window, milliseconds since 1970. */
	readonly at: number;
	readonly containers: readonly (Usage & {readonly name: string})[];
}

/** How often metrics-server reads, and how long a new container goes without figures: it takes two readings. */
export const SCRAPE_MS = 15_000;

/** What metrics-server knows of a pod now; undefined while a container does not run or is too young. */
export function usageOf(pod: Pod, world: World): PodUsage | undefined {
	const at = Math.floor(world.timeline.now() / SCRAPE_MS) * SCRAPE_MS;
	const containers = pod.spec.containers.map(container => {
		const runs = world.runs.get(runKeyOf(pod, container.name));
		const run = runs?.newest;
		if (run === undefined || run.finishedAt !== undefined || run.startedAt + SCRAPE_MS > at) return undefined;
		const measure = behaviourOf(world.behaviours, pod, container, 'usage') ?? idle;
		return {name: container.name, ...measure(momentOf(run, runs?.seed ?? 0, world.beganAt, at))};
	});
	const known = containers.filter(usage => usage !== undefined);
	return known.length === 0 || known.length < containers.length ? undefined : {at, containers: known};
}

/** What a container uses that no behaviour speaks of. */
function idle(): Usage {
	return {cpu: 0.002, memory: 24 * 2 ** 20};
}
