import type {Moment} from './timeline.ts';

/** A stretch of time as a row of cells, ready to be painted: first the cells, then ticks, then labels over them. */
export interface Strip {
	readonly cells: readonly StripCell[];
	/** Texts that fit beside what they name, on cells where nothing happened. */
	readonly labels: readonly {readonly cell: number; readonly text: string; readonly kind: Moment['kind']}[];
	/** Round times, where there is room for one: `TICK_CELLS` from `cell` on are free. The one who paints knows the time zone. */
	readonly ticks: readonly {readonly cell: number; readonly at: number}[];
}

export interface StripCell {
	/** The most telling of what happened in its time; undefined when nothing did. */
	readonly kind: Moment['kind'] | undefined;
	/** How often that happened, here. */
	readonly count: number;
	/** All that happened, in the order of time. */
	readonly moments: readonly Moment[];
}

/** ` 12:00 ` */
export const TICK_CELLS = 7;

/**
 * Spreads moments over `cells` cells, the first of which begins at `from` and the last ends at `to` (milliseconds since 1970).
 * Moments outside are left out.
 */
export function strip(moments: readonly Moment[], from: number, to: number, cells: number): Strip {
	if (cells <= 0 || to <= from) return {cells: [], labels: [], ticks: []};
	const cellOf = (at: number): number => Math.min(cells - 1, Math.floor(((at - from) * cells) / (to - from)));
	const buckets: Moment[][] = Array.from({length: cells}, () => []);
	for (const moment of moments) if (moment.at >= from && moment.at < to) buckets[cellOf(moment.at)]?.push(moment);
	const taken = buckets.map(bucket => bucket.length > 0);
	const painted = buckets.map(cellOfMoments);
	const labels = placeLabels(painted, taken);
	return {cells: painted, labels, ticks: placeTicks(from, to, cellOf, taken)};
}

/** A rollout happens once and explains what comes after it, while restarts come again in the next cell: it must not be hidden. */
const TELLING: readonly Moment['kind'][] = ['rollout', 'finding', 'restart', 'warning', 'scale'];

function cellOfMoments(moments: readonly Moment[]): StripCell {
	const kind = TELLING.find(candidate => moments.some(moment => moment.kind === candidate));
	const count = moments.reduce((sum, moment) => sum + (moment.kind === kind ? moment.count : 0), 0);
	return {kind, count, moments};
}

/** Right of its cell, or left of it where that is taken; nowhere when both are. The newest is placed first. */
function placeLabels(cells: readonly StripCell[], taken: boolean[]): Strip['labels'] {
	const labels: Strip['labels'][number][] = [];
	for (const [index, {kind, moments}] of [...cells.entries()].reverse()) {
		if (kind !== 'rollout' && kind !== 'scale') continue;
		const text = moments.findLast(moment => moment.kind === kind)?.label ?? '';
		const cell = [index + 1, index - text.length].find(start => isFree(taken, start, text.length));
		if (cell === undefined) continue;
		taken.fill(true, cell, cell + text.length);
		labels.push({cell, text, kind});
	}
	return labels.reverse();
}

/** Offsets of time zones are whole quarters of an hour: what is round in UTC is round everywhere, and longer steps would not be. */
const STEPS_MINUTES = [1, 3, 5, 15];

function placeTicks(from: number, to: number, cellOf: (at: number) => number, taken: boolean[]): Strip['ticks'] {
	const cellsPerMs = taken.length / (to - from);
	const stepMs = STEPS_MINUTES.map(minutes => minutes * 60_000).find(step => step * cellsPerMs >= 2 * TICK_CELLS);
	if (stepMs === undefined) return [];
	const ticks: Strip['ticks'][number][] = [];
	for (let at = Math.ceil(from / stepMs) * stepMs; at < to; at += stepMs) {
		// The middle of the text stands where the time is.
		const cell = cellOf(at) - Math.floor(TICK_CELLS / 2);
		if (!isFree(taken, cell, TICK_CELLS)) continue;
		taken.fill(true, cell, cell + TICK_CELLS);
		ticks.push({cell, at});
	}
	return ticks;
}

function isFree(taken: readonly boolean[], start: number, length: number): boolean {
	return start >= 0 && start + length <= taken.length && !taken.slice(start, start + length).includes(true);
}
