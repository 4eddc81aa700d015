import type {LogRecord} from '../../model/log.ts';
import {DIM, type Line, type Span, type Style} from '../../terminal/line.ts';
import {cut, width as cellsOf} from '../../terminal/width.ts';
import {stale, type Theme} from '../theme/theme.ts';
import type {Watch} from '../finding/words.ts';
import type {LogColumns} from './columns.ts';
import type {LogRule} from './entry.ts';
import {rankOf} from './level.ts';

/** How a row of a log is drawn besides what it says. */
export interface LogLook {
	/** It is the first row that is seen of the line under the cursor. */
	readonly isCurrent: boolean;
	/** Its pod is gone, it is only shown around a match, or all is old. */
	readonly isDim: boolean;
	/** Its pod's own colour. */
	readonly hue: Style | undefined;
}

/** A row of a line: the first with its time, pod and level, the others only with their part of the words. */
export function paintLogRow(
	record: LogRecord,
	body: Line,
	row: number,
	{isCurrent, isDim, hue}: LogLook,
	columns: LogColumns,
	watch: Watch,
	theme: Theme,
): Line {
	const pointer = {text: isCurrent ? theme.glyphs.cursor : ' ', style: isCurrent ? theme.title : undefined};
	const lead = row === 0 ? leadOf(record, hue, columns, watch, theme) : blank(columns.indent - 1);
	const line = [pointer, ...lead, ...body];
	return isDim ? line.map(span => ({...span, style: stale(span.style)})) : line;
}

/** `──── m88sd started, rev 42 ─────────` over the whole row. */
export function paintRule({rule}: LogRule, isCurrent: boolean, columns: number, {glyphs, title}: Theme): Line {
	const words = cut(rule, columns - 2 - RULE_END_CELLS);
	const start = Math.max(columns - 1 - cellsOf(words) - 2 - RULE_END_CELLS, 0);
	return [
		{text: isCurrent ? glyphs.cursor : ' ', style: isCurrent ? title : undefined},
		{text: `${glyphs.rule.repeat(start)} `, style: {flags: DIM}},
		{text: words},
		{text: ` ${glyphs.rule.repeat(RULE_END_CELLS)}`, style: {flags: DIM}},
	];
}

const RULE_END_CELLS = 9;

function leadOf(record: LogRecord, hue: Style | undefined, columns: LogColumns, watch: Watch, theme: Theme): Line {
	const {time, source, revision, level} = columns;
	const gap = revision.cells === 0 ? '  ' : ' ';
	return [
		...column(time.text(record.at, watch), time.cells, '  ', theme.tones.muted),
		...column(source.text(record.source), source.cells, gap, hue),
		...column(revision.text(record.source), revision.cells, '  ', theme.tones.muted),
		...column(level.text(record), level.cells, '  ', levelStyle(record, theme)),
	];
}

function column(text: string, cells: number, gap: string, style: Style | undefined): readonly Span[] {
	if (cells === 0) return [];
	return [{text, style}, {text: ' '.repeat(Math.max(cells - cellsOf(text), 0)) + gap}];
}

function levelStyle({level}: LogRecord, {tones}: Theme): Style | undefined {
	if (level === undefined) return undefined;
	const rank = rankOf(level);
	if (rank >= rankOf('error')) return tones.doomed;
	if (level === 'warn') return tones.struggling;
	return rank < rankOf('info') ? tones.muted : undefined;
}

function blank(cells: number): Line {
	return [{text: ' '.repeat(Math.max(cells, 0))}];
}
