import {fittingPool, perPod, type Share} from '../../services/budget/budget.ts';
import type {Demand} from './bars.ts';

/**
 * Whether the pods that there may be get what they may want: `api overruns at pod 4; pool + overflow ≤ 8 would fit, or a pooler between`.
 * Of the service that may want the most. Empty when nothing tells.
 */
export function verdictWords(
	{shares, budget}: Demand,
	isPooler: boolean,
): {readonly text: string; readonly isOver: boolean} {
	const {usable, now, atMost, withSurge} = budget;
	const share = greediest(shares);
	if (usable === undefined || share === undefined) return {text: '', isOver: false};
	const worst = Math.max(now, atMost ?? 0, withSurge);
	if (!Number.isFinite(worst)) return {text: 'a pool without a limit takes all that there is', isOver: true};
	const at = budget.overrunAt(share.service);
	if (worst <= usable) {
		const reach = at === undefined ? '' : `; ${share.name} would overrun at pod ${at}`;
		return {text: `fits, ${usable - worst} free at the worst${reach}`, isOver: false};
	}
	const pods = podsAtWorst(share);
	const own = pods * perPod(share);
	const fitting = fittingPool(usable, Math.max(worst - own, 0), pods, share.workers.value);
	const pool = share.overflow.value === 0 ? 'pool' : 'pool + overflow';
	const fits =
		fitting > 0 ? `${pool} ≤ ${fitting} would fit ${pods} pods` : `no pool of ${share.name} alone would fit`;
	const start = at === undefined ? `${share.name} overruns` : `${share.name} overruns at pod ${at}`;
	return {text: `${start}; ${fits}${isPooler ? '' : ', or a pooler between'}`, isOver: true};
}

/** The one that may want the most. */
export function greediest(shares: readonly Share[]): Share | undefined {
	return shares.toSorted((a, b) => podsAtWorst(b) * perPod(b) - podsAtWorst(a) * perPod(a))[0];
}

function podsAtWorst({pods, podsAtMost, surge, surgeAtMost}: Share): number {
	return podsAtMost !== undefined && podsAtMost > pods ? podsAtMost + surgeAtMost : pods + surge;
}
