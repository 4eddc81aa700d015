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

/** Compares what we made ourselves: small trees of plain values. */
function isSameValue(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
	return left.length === right.size && left.every(([key, value]) => isSameValue(value, right.get(key)));
}
