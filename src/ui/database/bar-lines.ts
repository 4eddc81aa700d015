import type {Line, Style} from '../../terminal/line.ts';
import {pad, width as widthOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';
import type {Bar} from './bars.ts';
import {fitLine} from './fit-line.ts';
import {connectionTone} from './tones.ts';

/** Longer, a bar tells no more. */
const BAR_CELLS_MAX = 25;
/** Shorter, it tells nothing; it is left off. */
const BAR_CELLS_MIN = 6;
/** A bar gives up so many cells at most for the sum beside it. */
const BAR_CELLS_BESIDE_SUM = 8;
const GAP = '  ';

export interface BarRoom {
	readonly width: number;
	readonly theme: Theme;
	/** They are of several servers: of each it is said how many there are. */
	readonly ofEach?: boolean;
}

/**
 * `HPA max 10  ████████████████████████▶  250 ✖  declared  5 → 10 pods × 1 worker × (15 + 10)`: below each other with equal columns.
 * Where the sums do not fit, none of them is there.
 */
export function barLines(
	bars: readonly Bar[],
	{width, theme, ofEach = false}: BarRoom,
): {readonly lines: readonly Line[]; readonly hasSums: boolean} {
	const amounts = bars.map((bar, index) => amountOf(bar, ofEach || index === 0, theme));
	const labelCells = mostCells(bars.map(({label}) => label));
	const amountCells = mostCells(amounts);
	const sourceCells = mostCells(bars.map(({source}) => source));
	const sumCells = mostCells(bars.map(({sum}) => sum));
	const left = width - labelCells - amountCells - sourceCells - 3 * GAP.length;
	const besideSum = left - sumCells - GAP.length;
	const isLimited = bars.some(({usable}) => usable !== undefined);
	const hasSums = sumCells > 0 && besideSum >= (isLimited ? BAR_CELLS_BESIDE_SUM : 0);
	const room = Math.min(hasSums ? besideSum : left, BAR_CELLS_MAX);
	const cells = isLimited && room >= BAR_CELLS_MIN ? room : 0;
	const lines = bars.map((bar, index): Line => {
		const style = styleOf(bar, theme);
		const picture = cells === 0 ? [] : [{text: pictureOf(bar, cells, theme), style}, {text: GAP}];
		const end = hasSums ? pad(bar.source, sourceCells) : bar.source;
		const spans = [
			{text: pad(bar.label, labelCells) + GAP},
			...picture,
			{text: pad(amounts[index] ?? '', amountCells) + GAP, style},
			{text: end, style: theme.tones.muted},
		];
		return hasSums && bar.sum !== '' ? [...spans, {text: GAP + bar.sum, style: theme.tones.muted}] : spans;
	});
	return {lines: lines.map(line => fitLine(line, width)), hasSums};
}

/** The whole bar is what the server allows; what is more goes over its end. */
function pictureOf({value, usable}: Bar, cells: number, {glyphs}: Theme): string {
	if (usable === undefined || !(value >= 0)) return ' '.repeat(cells);
	const {taken, rest, over} = glyphs.bar;
	if (value > usable) return taken.repeat(cells - 1) + over;
	const share = usable === 0 ? 0 : value / usable;
	const full = Math.max(Math.floor(share * cells), value > 0 ? 1 : 0);
	return taken.repeat(full) + rest.repeat(cells - full);
}

/** What is too many has the sign of doom. */
function amountOf({words, value, usable}: Bar, hasOf: boolean, {glyphs}: Theme): string {
	const of = hasOf ? ` of ${usable ?? '?'}` : '';
	return `${words}${of}${usable !== undefined && value > usable ? ` ${glyphs.marks.doomed}` : ''}`;
}

function styleOf({value, usable}: Bar, theme: Theme): Style | undefined {
	const tone = connectionTone(value, usable);
	return tone === undefined ? undefined : theme.tones[tone];
}

function mostCells(texts: readonly string[]): number {
	return Math.max(0, ...texts.map(widthOf));
}
