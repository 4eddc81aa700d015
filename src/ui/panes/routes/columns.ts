import {NOTHING} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {
	errorColumn,
	longestColumn,
	mutedProbe,
	pairColumn,
	quantileColumn,
	rateColumn,
	routeColumn,
} from '../../requests/columns.ts';
import type {RouteRow} from '../../requests/route-row.ts';
import {GLYPHS} from '../../theme/glyphs.ts';

const BAR_CELLS = 16;

/** Where the time goes: a bar and its number, of half the length where there is less room. */
const shareColumn: Column<RouteRow> = {
	id: 'share',
	title: 'SHARE OF TIME',
	width: {min: 13, max: BAR_CELLS + 6},
	priority: 4,
	shorten: text => text.replace(/^probes, /, '').replace(/^\S{16}(?= )/, halfOf),
	value: ({share, isProbe}) => (isProbe ? 'probes, not counted' : share === undefined ? NOTHING : barOf(share)),
	tone: mutedProbe,
	sort: ({share, isProbe}) => (isProbe ? -2 : (share ?? -1)),
};

export const routeColumns: readonly Column<RouteRow>[] = [
	routeColumn,
	rateColumn,
	quantileColumn('P50', 0.5, 6),
	quantileColumn('P95', 0.95, 2),
	quantileColumn('P99', 0.99, 5),
	longestColumn,
	errorColumn,
	pairColumn,
	shareColumn,
];

/** The same bar in half as many cells. */
function halfOf(bar: string): string {
	const taken = [...bar].filter(cell => cell === GLYPHS.bar.taken).length;
	return barOfCells(taken / BAR_CELLS, BAR_CELLS / 2);
}

function barOfCells(share: number, cells: number): string {
	const {taken, rest} = GLYPHS.bar;
	const full = Math.min(Math.max(Math.round(share * cells), 0), cells);
	return taken.repeat(full) + rest.repeat(cells - full);
}

/** `██████████████░░ 88%` */
function barOf(share: number): string {
	return `${barOfCells(share, BAR_CELLS)} ${Math.round(share * 100)}%`;
}
