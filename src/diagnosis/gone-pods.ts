import type {PodRow} from '../model/pod.ts';

/** Remembers how the pods of Jobs failed that are gone. */
export interface GonePods {
	keep(pod: PodRow): void;
	/** Of the Job with this uid, the one that went last. */
	of(jobUid: string): PodRow | undefined;
}

/** Jobs that failed of late; beyond, the oldest are forgotten. */
const JOBS_MAX = 200;

export function createGonePods(): GonePods {
	const pods = new Map<string, PodRow>();
	return {
		keep(pod) {
			const {owner, containers} = pod;
			if (owner?.kind !== 'Job') return;
			if (!containers.some(({exit, lastExit}) => (exit?.code ?? 0) !== 0 || (lastExit?.code ?? 0) !== 0)) return;
			pods.delete(owner.uid);
			pods.set(owner.uid, pod);
			if (pods.size <= JOBS_MAX) return;
			const [oldest] = pods.keys();
			if (oldest !== undefined) pods.delete(oldest);
		},
		of: jobUid => pods.get(jobUid),
	};
}
