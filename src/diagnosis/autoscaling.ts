import {parseQuantity} from '../model/quantity.ts';
import type {AutoscalerRow} from '../model/workload.ts';

/** One metric that an autoscaler watches. */
export interface Target {
	/** `cpu`, `memory`; `metric` for those that kubectl prints without a name. */
	readonly name: string;
	/** As printed: `160%`, `<unknown>`. */
	readonly now: string;
	readonly wanted: string;
	/** How many times its target it is; undefined when it was not measured, or is no number. */
	readonly ratio: number | undefined;
}

/** Reads what kubectl prints as TARGETS: `cpu: 160%/70%`, `memory: 120Mi/200Mi`, `45/30 (avg)`. */
export function targetsOf({targets}: Pick<AutoscalerRow, 'targets'>): readonly Target[] {
	return targets.map(text => {
		const colon = text.indexOf(': ');
		const [now = '', wanted = ''] = text
			.slice(colon === -1 ? 0 : colon + 2)
			.replace(/ \(avg\)$/, '')
			.split('/');
		const [is, to] = [amountOf(now), amountOf(wanted)];
		const ratio = is === undefined || to === undefined || to <= 0 ? undefined : is / to;
		return {name: colon === -1 ? 'metric' : text.slice(0, colon), now, wanted, ratio};
	});
}

function amountOf(text: string): number | undefined {
	return parseQuantity(text.endsWith('%') ? text.slice(0, -1) : text);
}

/** Ratios nearer to 1 than this change nothing (`--horizontal-pod-autoscaler-tolerance`). */
export const TOLERANCE = 0.1;
