import type {Sourced} from '../database/contract.ts';

/** What one service may take of a server. */
export interface Share {
	/** Uid and name of the service. */
	readonly service: string;
	readonly name: string;
	/** Pods that hold connections now: those that end still do. */
	readonly pods: number;
	/** As many as its autoscaler may make; undefined without one. */
	readonly podsAtMost: number | undefined;
	/** Pods that a rollout adds for a while, now and at the autoscaler's most. */
	readonly surge: number;
	readonly surgeAtMost: number;
	readonly workers: Sourced;
	readonly size: Sourced;
	readonly overflow: Sourced;
}

/** What the server allows. */
export interface Allowance {
	readonly max: Sourced;
	/** For superusers and for roles with a privilege. */
	readonly reserved: Sourced;
	/** Taken by who is none of the services. */
	readonly others: Sourced | undefined;
}

/** Connections that are wanted, against those that there are. */
export interface Budget {
	/** Undefined when nothing tells what the server allows. */
	readonly usable: number | undefined;
	readonly now: number;
	/** With every autoscaler at its most; undefined when there is none. */
	readonly atMost: number | undefined;
	/** And while a rollout adds its pods: to now when nothing scales. */
	readonly withSurge: number;
	/** By the surest of the numbers in it: `assumed` when one of them is. */
	readonly isAssumed: boolean;
	/** The pod of each service at which the sum is more than usable, the others as they are; undefined when none is in reach. */
	overrunAt(service: string): number | undefined;
}

/** Connections of one pod: `workers × (pool + overflow)`. */
export function perPod({workers, size, overflow}: Share): number {
	return workers.value * (size.value + overflow.value);
}

/** The sums (signals 7.1): demand = Σ pods × workers × (pool + overflow); usable = max − reserved − others. */
export function budgetOf(shares: readonly Share[], allowance: Allowance | undefined): Budget {
	const usable =
		allowance === undefined
			? undefined
			: Math.max(0, allowance.max.value - allowance.reserved.value - (allowance.others?.value ?? 0));
	const sum = (pods: (share: Share) => number): number =>
		shares.reduce((total, share) => total + pods(share) * perPod(share), 0);
	const scales = shares.some(({podsAtMost}) => podsAtMost !== undefined);
	const now = sum(({pods}) => pods);
	return {
		usable,
		now,
		atMost: scales ? sum(({pods, podsAtMost}) => Math.max(pods, podsAtMost ?? 0)) : undefined,
		withSurge: sum(({pods, podsAtMost, surge, surgeAtMost}) =>
			podsAtMost !== undefined && podsAtMost > pods ? podsAtMost + surgeAtMost : pods + surge,
		),
		isAssumed: shares.some(({workers, size}) => workers.source === 'assumed' || size.source === 'assumed'),
		overrunAt(service) {
			const share = shares.find(one => one.service === service);
			if (share === undefined || usable === undefined || perPod(share) === 0) return undefined;
			const left = usable - (now - share.pods * perPod(share));
			return Math.max(1, Math.floor(Math.max(left, 0) / perPod(share)) + 1);
		},
	};
}

/** The largest pool, overflow included, that fits that many pods of a service. */
export function fittingPool(usable: number, taken: number, pods: number, workers: number): number {
	return pods * workers === 0 ? 0 : Math.max(0, Math.floor((usable - taken) / (pods * workers)));
}
