import {strip, TICK_CELLS, type StripCell} from '../../../services/strip.ts';
import {TIMELINE_MS} from '../../../services/timeline.ts';
import type {Line, Span, Style} from '../../../terminal/line.ts';
import type {PaneInput} from '../../contract.ts';
import {formatClock} from '../../text/clock.ts';
import type {Theme} from '../../theme/theme.ts';

/**
 * What happened in the last fifteen minutes, as a rule to stand under: rollouts, restarts, warnings, changes of scale.
 * Time moves by whole cells, so that a strip on which nothing happens stays the same line.
 */
export function stripLine(
	{session, service, world, offsetMs}: PaneInput,
	title: string,
	width: number,
	focused: boolean,
	theme: Theme,
): Line {
	const words = ` ${title.toUpperCase()} `;
	const lead = 2 + words.length;
	const cells = Math.max(width - lead, 0);
	if (cells === 0) return [];
	const cellMs = TIMELINE_MS / cells;
	const to = Math.ceil(world.now / cellMs) * cellMs;
	const from = to - TIMELINE_MS;
	const {cells: painted, labels, ticks} = strip(session.join.moments(service, from, to), from, to, cells);
	const pieces: Piece[] = painted.map(cell => pieceOf(cell, theme));
	for (const {cell, at} of ticks)
		write(pieces, cell, ` ${formatClock(at, offsetMs).slice(0, 5)} `.slice(0, TICK_CELLS), theme.tones.muted);
	for (const {cell, text} of labels) write(pieces, cell, text, theme.title);
	const {rule} = theme.glyphs;
	const {muted} = theme.tones;
	return [
		{text: rule.repeat(2), style: muted},
		{text: words, style: focused ? theme.title : muted},
		...joined(pieces),
	];
}
interface Piece {
	readonly text: string;
	readonly style: Style | undefined;
}

function pieceOf({kind}: StripCell, theme: Theme): Piece {
	const {glyphs, tones} = theme;
	switch (kind) {
		case 'rollout':
			return {text: glyphs.ascending, style: theme.title};
		case 'finding':
			return {text: glyphs.marks.doomed, style: tones.doomed};
		case 'restart':
			return {text: glyphs.connection.live, style: tones.struggling};
		case 'warning':
			return {text: '!', style: tones.struggling};
		case 'scale':
			return {text: '±', style: undefined};
		case undefined:
			return {text: glyphs.rule, style: tones.muted};
	}
}

function write(pieces: Piece[], start: number, text: string, style: Style | undefined): void {
	for (const [index, character] of [...text].entries()) {
		if (start + index < pieces.length) pieces[start + index] = {text: character, style};
	}
}

/** Neighbours of one style become one span. */
function joined(pieces: readonly Piece[]): Line {
	const spans: Span[] = [];
	for (const {text, style} of pieces) {
		const last = spans.at(-1);
		if (last !== undefined && last.style === style) spans[spans.length - 1] = {text: last.text + text, style};
		else spans.push({text, style});
	}
	return spans;
}
