import type {Sourced} from '../../services/database/contract.ts';
import type {Share} from '../../services/budget/budget.ts';

/** The numbers of a service that can be tried, in the order in which they stand. */
export const KNOBS = ['pods', 'pool', 'overflow', 'workers'] as const;

export type Knob = (typeof KNOBS)[number];

/** Numbers of a service in place of its own. */
type Changes = Readonly<Partial<Record<Knob, number | undefined>>>;

/** Numbers that a reader tries; nothing but the sums on the screen follows them. */
export interface WhatIf {
	/** Uid of the service whose numbers are tried now; undefined: the one that wants the most. */
	readonly service: string | undefined;
	/** The number that the next key changes. */
	readonly knob: Knob;
	/** By uid of the service. Only what differs from how it is. */
	readonly changes: ReadonlyMap<string, Changes>;
}

export const NO_WHAT_IF: WhatIf = {service: undefined, knob: 'pods', changes: new Map()};

/** More is no plan, but a key that was held down. */
const VALUE_MAX = 9999;

/** The number beside it; after the last the first. */
export function chooseKnob(whatIf: WhatIf, by: -1 | 1): WhatIf {
	const at = (KNOBS.indexOf(whatIf.knob) + by + KNOBS.length) % KNOBS.length;
	return {...whatIf, knob: KNOBS[at] ?? 'pods'};
}

/** The chosen number of a service, one more or one less. */
export function turnKnob(whatIf: WhatIf, share: Share, by: -1 | 1): WhatIf {
	const {knob} = whatIf;
	const own = whatIf.changes.get(share.service) ?? {};
	const value = Math.min(Math.max(valueOf(share, whatIf, knob) + by, LEAST[knob]), VALUE_MAX);
	const next: Changes = {...own, [knob]: value === VALUES[knob](share) ? undefined : value};
	const changes = new Map(whatIf.changes);
	if (KNOBS.every(one => next[one] === undefined)) changes.delete(share.service);
	else changes.set(share.service, next);
	return {...whatIf, service: share.service, changes};
}

/** All numbers as they are. */
export function resetKnobs(whatIf: WhatIf): WhatIf {
	return {...whatIf, changes: new Map()};
}

/** A number of a service as it is tried. */
export function valueOf(share: Share, {changes}: WhatIf, knob: Knob): number {
	return changes.get(share.service)?.[knob] ?? VALUES[knob](share);
}

/** What the services may take with the numbers that are tried. */
export function sharesIf(shares: readonly Share[], whatIf: WhatIf): readonly Share[] {
	return shares.map(share => {
		if (!whatIf.changes.has(share.service)) return share;
		const {workers, size, overflow} = share;
		return {
			...share,
			pods: valueOf(share, whatIf, 'pods'),
			workers: withValue(workers, valueOf(share, whatIf, 'workers')),
			size: withValue(size, valueOf(share, whatIf, 'pool')),
			overflow: withValue(overflow, valueOf(share, whatIf, 'overflow')),
		};
	});
}

const LEAST: Readonly<Record<Knob, number>> = {pods: 0, pool: 0, overflow: 0, workers: 1};

const VALUES: Readonly<Record<Knob, (share: Share) => number>> = {
	pods: ({pods}) => pods,
	pool: ({size}) => size.value,
	overflow: ({overflow}) => overflow.value,
	workers: ({workers}) => workers.value,
};

function withValue(number: Sourced, value: number): Sourced {
	return {...number, value};
}
