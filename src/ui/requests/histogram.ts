import {formatDuration} from '../../lib/figures.ts';
import type {Durations} from '../../services/traffic/contract.ts';

/** Durations from one millisecond to the longest, each cell as many times longer than the one before. */
export interface Scale {
	readonly maxMs: number;
	readonly cells: number;
}

/** Below a millisecond nothing is told apart. */
const FROM_MS = 1;

/** A scale of less than one power of ten would magnify noise. */
const MAX_MS_LEAST = 10;

/** One scale for all of them; undefined when none of their requests tells how long it took. */
export function scaleOf(durations: readonly Durations[], cells: number): Scale | undefined {
	const longest = durations.map(({maxMs}) => maxMs).filter(maxMs => maxMs !== undefined);
	if (longest.length === 0 || cells <= 0) return undefined;
	return {maxMs: Math.max(...longest, MAX_MS_LEAST), cells};
}

/**
 * How many requests took how long, as heights: `▂▁▁▁▁▅█▇▃▁`. The lowest is for none, so that a single slow one is seen.
 * @param heights from nothing to the most
 */
export function histogram(durations: Durations, scale: Scale, heights: readonly string[]): string {
	const {cells} = scale;
	const counts = Array.from({length: cells}, (_, cell) =>
		durations.between(
			cell === 0 ? 0 : edgeOf(scale, cell),
			cell === cells - 1 ? Infinity : edgeOf(scale, cell + 1),
		),
	);
	const most = Math.max(...counts, 1);
	return counts.map(count => heights[Math.ceil((count / most) * (heights.length - 1))] ?? '').join('');
}

/** What stands below it: `1ms` at the left, the powers of ten at their places, the longest at the right end. */
export function scaleLabels(scale: Scale): string {
	const {cells, maxMs} = scale;
	const last = formatDuration(maxMs);
	let line = '';
	for (let ms = FROM_MS; ms < maxMs; ms *= 10) {
		const at = Math.round((Math.log(ms / FROM_MS) / Math.log(maxMs / FROM_MS)) * cells);
		const label = formatDuration(ms);
		const isRoom = at + label.length < cells - last.length && (line === '' || at > line.length);
		if (isRoom) line = line.padEnd(at) + label;
	}
	return line.padEnd(cells - last.length) + last;
}

/** Where a cell begins, in milliseconds. */
function edgeOf({maxMs, cells}: Scale, cell: number): number {
	return FROM_MS * (maxMs / FROM_MS) ** (cell / cells);
}
