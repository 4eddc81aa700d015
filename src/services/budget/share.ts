import {isLive} from '../revisions.ts';
import type {ServiceRow} from '../service-row.ts';
import type {Share} from './budget.ts';
import type {PoolSize} from './pool-size.ts';

/** What a service may take with pools of that size. */
export function shareOf({uid, name, pods, workload, autoscaler}: ServiceRow, pool: PoolSize): Share {
	const {wanted, surge, strategy} = workload;
	const isRolling = strategy === 'RollingUpdate';
	// Pods that end hold their connections until they have ended.
	const there = pods.filter(pod => isLive(pod) || pod.phase === 'Running').length;
	const podsAtMost = autoscaler?.replicasMax;
	return {
		service: uid,
		name,
		pods: there,
		podsAtMost,
		surge: isRolling ? surgeOf(surge, wanted) : 0,
		surgeAtMost: isRolling ? surgeOf(surge, podsAtMost ?? wanted) : 0,
		workers: pool.workers,
		size: pool.size,
		overflow: pool.overflow,
	};
}

/** `1` or `25%`, of which a part of a pod is a pod. */
function surgeOf(text: string, pods: number): number {
	const {number = '0', percent} = /^(?<number>\d{1,6})(?<percent>%)?$/.exec(text)?.groups ?? {};
	return percent === undefined ? Number(number) : Math.ceil((Number(number) * pods) / 100);
}
