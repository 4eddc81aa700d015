import {isSameValue} from '../lib/same.ts';
import type {ServiceRow} from './service-row.ts';

/** Whether two rows of one service say the same. What came from the cluster is the same only when it is the same object. */
export function isSameService(a: ServiceRow, b: ServiceRow): boolean {
	return (
		a.workload === b.workload &&
		a.autoscaler === b.autoscaler &&
		a.mark === b.mark &&
		a.state === b.state &&
		a.pods.length === b.pods.length &&
		a.pods.every((pod, index) => pod === b.pods[index]) &&
		isSameValue(a.rollout, b.rollout) &&
		isSameValue(a.endpoints, b.endpoints) &&
		isSameValue(a.services, b.services) &&
		isSameValue(a.revisions, b.revisions) &&
		a.current?.uid === b.current?.uid
	);
}
