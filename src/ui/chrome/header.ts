import type {Line} from '../../terminal/line.ts';
import type {World} from '../../session/world.ts';
import type {Theme} from '../theme/theme.ts';
import {connectionSpans, type ConnectionWords, connectionWords} from './connection-text.ts';
import {cellsOf, cutLine} from './spans.ts';
import {type SummaryCut, summarySpans} from './summary-text.ts';
import {type Trail, trailCells, type TrailCut, trailLine, trailOf} from './trail.ts';

/** What the header says besides the connection. */
export interface HeaderInput {
	readonly world: World;
	/** Titles of the pages on the stack, the home page left out: `api`, `pods`. */
	readonly crumbs: readonly string[];
	/** How many rows the page shows, and of how many when a filter hides some. */
	readonly shown: {readonly count: number; readonly of: number} | undefined;
	/** Of a list that grows at its end: whether new rows are followed; undefined for others. */
	readonly following: boolean | undefined;
	/** What of a document is on the screen: `1-36 of 143`; empty when all of it is, and for what is no document. */
	readonly position: string;
	readonly filter: string;
	/** A word about where the data is from: the banner of the simulated cluster. */
	readonly banner: string | undefined;
}

/** What is left out, one thing more in each step: on the left, of the summary, and at last what cannot be seen. */
type Step = readonly [TrailCut, SummaryCut, isAsideOut?: true];

const STEPS: readonly Step[] = [
	[0, 0],
	[1, 0],
	[2, 0],
	[2, 1],
	[2, 2],
	[3, 2],
	[4, 2],
	[4, 3],
];
const LAST_STEP: Step = [4, 3, true];

/** Then the words of the fault matter more than our name, and than how many services there were. */
const STEPS_IN_TROUBLE: readonly Step[] = [[1, 2], ...STEPS.filter(([, summary]) => summary >= 2)];

/** Between the two sides, and behind the right one. */
const APART_CELLS = 3;

/** `: ` before a fault's own words, and so much of them as says anything. */
const DETAIL_MARK_CELLS = 2;
const DETAIL_CELLS_MIN = 20;

/**
 * One row: where we are on the left, how things are on the right. What there is no room for is left out; the page that is shown, its
 * count and the state of the connection stay longest. A fault's own words take what is left over.
 */
export function headerLine(input: HeaderInput, width: number, theme: Theme): Line {
	const words = connectionWords(input.world, theme);
	const room = width - APART_CELLS;
	const partsOf = ([trailCut, summaryCut, isAsideOut]: Step): Parts => ({
		trail: trailOf(input, width, trailCut, theme),
		summary: summarySpans(input.world, input.crumbs.length === 0, summaryCut, theme),
		words: isAsideOut === true ? {...words, aside: ''} : words,
	});
	const cellsOfParts = ({trail, summary, words: said}: Parts): number =>
		trailCells(trail) + cellsOf(summary) + cellsOf(connectionSpans(said, 0, theme));
	const steps = words.detail === '' ? STEPS : STEPS_IN_TROUBLE;
	const parts = partsOf(steps.find(step => cellsOfParts(partsOf(step)) <= room) ?? LAST_STEP);
	const free = room - cellsOfParts(parts) - DETAIL_MARK_CELLS;
	const connection = connectionSpans(parts.words, free < DETAIL_CELLS_MIN ? 0 : free, theme);
	const right = cutLine([...parts.summary, ...connection], width);
	const left = trailLine(parts.trail, Math.max(room - cellsOf(right), 0), theme);
	const gap = Math.max(width - cellsOf(left) - cellsOf(right) - 1, 0);
	return [...left, {text: ' '.repeat(gap)}, ...right];
}

interface Parts {
	readonly trail: Trail;
	readonly summary: Line;
	readonly words: ConnectionWords;
}
