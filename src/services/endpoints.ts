import type {Parts} from './relations.ts';
import type {Endpoints} from './service-row.ts';

/**
 * How many pods of a workload its Services send requests to. A pod is ready when every slice that names it says so: a Service that
 * publishes unready addresses calls each one ready. Endpoints that are ending are left out; those of other workloads, too.
 */
export function endpointsOf({pods, slices}: Pick<Parts, 'pods' | 'slices'>): Endpoints {
	const own = new Set(slices.length === 0 ? [] : pods.map(({name}) => name));
	const readyOf = new Map<string, boolean>();
	for (const {endpoints} of slices) {
		for (const {pod, ready, terminating} of endpoints) {
			if (!terminating && own.has(pod)) readyOf.set(pod, ready && (readyOf.get(pod) ?? true));
		}
	}
	let ready = 0;
	for (const isReady of readyOf.values()) if (isReady) ready += 1;
	return {ready, total: readyOf.size};
}
