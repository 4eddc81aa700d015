import type {DatabaseState} from '../../services/database/state.ts';
import type {Line, Style} from '../../terminal/line.ts';
import {width as widthOf} from '../../terminal/width.ts';
import {wrap} from '../../terminal/wrap.ts';
import type {Theme} from '../theme/theme.ts';
import {allowanceWords} from './allowance-words.ts';
import {barLines} from './bar-lines.ts';
import {barsOf, type Demand, demandOf, fewBars} from './bars.ts';
import {fitLine} from './fit-line.ts';
import {blockedWords, poolerWords, readingWords} from './reading-words.ts';
import {sparkline} from './sparkline.ts';
import {verdictWords} from './verdict-words.ts';
import type {WhatIf} from './what-if.ts';
import {whatIfLines} from './what-if-lines.ts';

interface Room {
	readonly width: number;
	readonly theme: Theme;
}

/** Lines that stand together, or not at all. Where there is not room for all, those of a high rank go first. */
interface Block {
	readonly rank: number;
	readonly lines: readonly Line[];
}

/** Fewer rows than this have room for the bars alone that matter. */
const ALL_BARS_ROWS = 9;

/** What stands above the services that share a server; no more lines than `height`. */
export function headLines(state: DatabaseState, whatIf: WhatIf, height: number, room: Room): readonly Line[] {
	const demand = demandOf(state, whatIf);
	const all = barsOf(state, demand);
	const {lines: bars, hasSums} = barLines(height < ALL_BARS_ROWS ? fewBars(all, 3) : all, room);
	const {sum, sources} = allowanceWords(state);
	const isOneLine = widthOf(sum) + 3 + widthOf(sources) <= room.width;
	const tried = whatIfLines(demand, whatIf, room);
	const worst = all.at(-1);
	const blocks: readonly Block[] = [
		{rank: 1, lines: [[{text: sum, style: room.theme.title}, ...muted(isOneLine ? `   ${sources}` : '', room)]]},
		{rank: 5, lines: isOneLine ? [] : sentence(sources, 2, room)},
		{rank: 0, lines: bars},
		{rank: 8, lines: hasSums || worst?.sum === undefined ? [] : sentence(`${worst.label}: ${worst.sum}`, 2, room)},
		{rank: 4, lines: verdictLines(demand, state, room)},
		{rank: 2, lines: tried.numbers},
		{rank: 3, lines: tried.keys},
		{rank: 6, lines: measuredLines(state, room)},
		{rank: 7, lines: state.pooler === undefined ? [] : sentence(poolerWords(state.pooler), 2, room)},
		{rank: 9, lines: (state.reading === undefined ? [] : readingWords(state.reading)).flatMap(cutTo(room))},
		...(state.reading === undefined ? [] : blockedWords(state.reading)).map(text => ({
			rank: 10,
			lines: cutTo(room)(text),
		})),
		{rank: 5, lines: (state.remarks ?? []).filter(text => text !== state.because).flatMap(cutTo(room))},
	];
	return fitted(blocks, height).map(line => fitLine(line, room.width));
}

function fitted(blocks: readonly Block[], height: number): readonly Line[] {
	const kept = new Set<Block>();
	let left = height;
	for (const block of blocks.toSorted((a, b) => a.rank - b.rank)) {
		if (block.lines.length > left) continue;
		kept.add(block);
		left -= block.lines.length;
	}
	const lines = blocks.filter(block => kept.has(block)).flatMap(block => block.lines);
	// A blank line below, as long as it costs no other.
	return left > 0 ? [...lines, []] : lines;
}

function verdictLines(demand: Demand, {server}: DatabaseState, room: Room): readonly Line[] {
	const {text, isOver} = verdictWords(demand, server.isPooler);
	return text === '' ? [] : sentence(text, 2, room, isOver ? room.theme.tones.doomed : undefined);
}

/** What was held over time, or why that is not known. */
function measuredLines({inUse, series, because, server}: DatabaseState, room: Room): readonly Line[] {
	const {width, theme} = room;
	if (series.every(figure => figure === undefined)) {
		const reason = because === '' ? 'nothing was measured yet' : because;
		return inUse === undefined ? sentence(`in use is not known: ${reason}`, 2, room) : [];
	}
	const title = 'in use, 15m  ';
	const end = inUse === undefined ? '' : ` ${inUse.isPartial ? '≥' : ''}${inUse.value}`;
	const cells = width - title.length - widthOf(end);
	const picture = sparkline(series, cells, server.budget.usable ?? 0, theme.glyphs.heights);
	return [[...muted(title, room), {text: picture + end}]];
}

function sentence(text: string, linesMax: number, {width, theme}: Room, style?: Style): readonly Line[] {
	return wrap(text, width, linesMax).map(part => [{text: part, style: style ?? theme.tones.muted}]);
}

function cutTo(room: Room): (text: string) => readonly Line[] {
	return text => sentence(text, 1, room);
}

function muted(text: string, {theme}: Room): Line {
	return text === '' ? [] : [{text, style: theme.tones.muted}];
}
