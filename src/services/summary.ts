import type {Mark} from '../model/row.ts';
import type {ServiceRow} from './service-row.ts';

/** All services in a few numbers, for the header. */
export interface Summary {
	readonly services: number;
	readonly marks: Readonly<Record<Mark, number>>;
	/** Pods that are ready, of those that are wanted. */
	readonly ready: number;
	readonly wanted: number;
}

/** Counts services and their pods. A pod too many, as in a rollout, makes up for no other service's. */
export function summarize(services: readonly ServiceRow[]): Summary {
	const marks = {doomed: 0, struggling: 0, progressing: 0, healthy: 0, unknown: 0};
	let [ready, wanted] = [0, 0];
	for (const {mark, workload} of services) {
		marks[mark] += 1;
		ready += Math.min(workload.ready, workload.wanted);
		wanted += workload.wanted;
	}
	return {services: services.length, marks, ready, wanted};
}
