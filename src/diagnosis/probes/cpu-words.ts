import {formatCpu} from '../../model/quantity.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';

/** From here on the kernel holds it back for a part of the time (CFS quota), and answers come late. */
const NEAR = 0.9;

/** `it uses nearly all of its CPU limit of 100m, so it is held back`; empty when it does not, or nobody measured it. */
export function cpuWords(pod: PodRow, cluster: Cluster): string {
	const limit = pod.limits.cpu;
	const usage = limit === undefined ? undefined : cluster.usageOf(pod);
	if (limit === undefined || usage === undefined || usage.cpu < NEAR * limit) return '';
	return `it uses nearly all of its CPU limit of ${formatCpu(limit)}, so it is held back`;
}
