import {NOTHING} from '../../kinds/columns.ts';
import type {Column, Tone} from '../../kinds/contract.ts';
import {formatDuration, formatRate, formatShare} from '../../lib/figures.ts';
import type {RevisionPair, RouteRow} from './route-row.ts';
import {durationTone, errorShare, errorTone} from './tones.ts';

/** Columns that tables of routes have in common. What probes ask is muted everywhere. */

export const routeColumn: Column<RouteRow> = {
	id: 'name',
	title: 'ROUTE',
	width: {min: 16, max: 70},
	priority: 1,
	value: ({name}) => (name === '' ? NOTHING : name),
	tone: mutedProbe,
};

export const rateColumn: Column<RouteRow> = {
	id: 'rate',
	title: 'REQ/S',
	align: 'right',
	width: {min: 5, max: 6},
	priority: 3,
	value: ({figures}) => formatRate(figures.rate),
	tone: mutedProbe,
	sort: ({figures}) => figures.rate,
};

/** `P95`: of so many requests in a hundred none took longer. */
export function quantileColumn(title: string, share: number, priority: number): Column<RouteRow> {
	const quantile = ({figures}: RouteRow): number | undefined => figures.durations.quantile(share);
	return {
		id: title.toLowerCase(),
		title,
		align: 'right',
		width: {min: 5, max: 6},
		priority,
		value: row => formatDuration(quantile(row)),
		tone: row => mutedProbe(row) ?? (share === 0.95 ? durationTone(quantile(row)) : undefined),
		sort: row => quantile(row) ?? -1,
	};
}

export const longestColumn: Column<RouteRow> = {
	id: 'max',
	title: 'MAX',
	align: 'right',
	width: {min: 5, max: 6},
	priority: 4,
	value: ({figures}) => formatDuration(figures.durations.maxMs),
	tone: mutedProbe,
	sort: ({figures}) => figures.durations.maxMs ?? -1,
};

export const errorColumn: Column<RouteRow> = {
	id: 'serverErrors',
	title: '5XX',
	align: 'right',
	width: {min: 4, max: 5},
	priority: 2,
	value: ({figures}) => formatShare(errorShare(figures)),
	tone: row => mutedProbe(row) ?? errorTone(errorShare(row.figures)),
	sort: ({figures}) => errorShare(figures) ?? -1,
};

/** `3.9s / 0.2s ×19`: the P95 of the newest revision and of the one before, while both answer. */
export const pairColumn: Column<RouteRow> = {
	id: 'pair',
	title: 'P95 NEW / OLD',
	align: 'right',
	width: {min: 13, max: 19},
	priority: 5,
	shorten: text => text.replace(/ ×\S+$/, ''),
	value: ({pair}) => (pair === undefined ? NOTHING : pairWords(pair)),
	tone: row => mutedProbe(row) ?? (ratioOf(row.pair) >= WORSE_FROM ? 'struggling' : undefined),
	sort: ({pair}) => ratioOf(pair),
};

/** Below, the difference may be chance. */
const WORSE_FROM = 1.5;

function pairWords(pair: RevisionPair): string {
	const {fresh, old} = p95sOf(pair);
	const ratio = ratioOf(pair);
	if (fresh === undefined && old === undefined) return NOTHING;
	const words = `${formatDuration(fresh)} / ${formatDuration(old)}`;
	return ratio < WORSE_FROM
		? words
		: `${words} ×${ratio < 9.95 ? ratio.toFixed(1).replace(/\.0$/, '') : Math.round(ratio)}`;
}

function p95sOf({fresh, old}: RevisionPair): {readonly fresh: number | undefined; readonly old: number | undefined} {
	return {fresh: fresh.figures.durations.quantile(0.95), old: old.figures.durations.quantile(0.95)};
}

/** How many times slower the newest revision is; 0 when that is not known. */
function ratioOf(pair: RevisionPair | undefined): number {
	if (pair === undefined) return 0;
	const {fresh, old} = p95sOf(pair);
	// What takes less than a millisecond is measured too coarsely to be compared.
	return fresh === undefined || old === undefined ? 0 : fresh / Math.max(old, 1);
}

export function mutedProbe({isProbe}: Pick<RouteRow, 'isProbe'>): Tone | undefined {
	return isProbe ? 'muted' : undefined;
}
