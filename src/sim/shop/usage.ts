import type {Moment, Usage} from '../contract.ts';

const MIB = 2 ** 20;

/** Usage around a mean that breathes a little: slowly with the hour of its traffic, and a bit from second to second. */
export function breathing(cpu: number, memoryMib: number): (moment: Moment) => Usage {
	return ({now, seed, random}) => {
		const phase = ((seed % 1000) / 1000) * 2 * Math.PI;
		const slow = Math.sin((now / 420_000) * 2 * Math.PI + phase);
		return {
			cpu: cpu * (1 + 0.12 * slow + 0.08 * (random() - 0.5)),
			memory: memoryMib * MIB * (1 + 0.03 * slow + 0.01 * (random() - 0.5)),
		};
	};
}

/** Memory that climbs from `fromMib` to `toMib` in the course of a run, faster towards its end. */
export function climbing(cpu: number, fromMib: number, toMib: number): (moment: Moment) => Usage {
	const steady = breathing(cpu, fromMib);
	return moment => {
		const share = Number.isFinite(moment.runMs) ? Math.min(1, moment.sinceStartMs / moment.runMs) : 0;
		return {...steady(moment), memory: (fromMib + (toMib - fromMib) * share ** 1.3) * MIB};
	};
}
