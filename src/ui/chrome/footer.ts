import type {Hint} from '../../keymap/keymap.ts';
import type {Line, Span} from '../../terminal/line.ts';
import {cut, width as widthOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';

/** The keys that matter here, as many as fit; the last hint (the help) always does. */
export function hintsLine(hints: readonly Hint[], width: number, theme: Theme): Line {
	const pieces = hints.map(({key, hint}) => ({key, hint, cells: widthOf(key) + widthOf(hint) + 4}));
	const last = pieces.at(-1);
	const shown: typeof pieces = [];
	let room = width - (last?.cells ?? 0);
	for (const piece of pieces.slice(0, -1)) {
		if (piece.cells > room) break;
		shown.push(piece);
		room -= piece.cells;
	}
	if (last !== undefined && last.cells <= width) shown.push(last);
	return shown.flatMap(({key, hint}): Span[] => [
		{text: ` ${key}`, style: theme.title},
		{text: ` ${hint}  `, style: theme.tones.muted},
	]);
}

/** A sentence for the user, until the next key. */
export function flashLine(
	flash: {readonly text: string; readonly tone: 'struggling' | 'muted'},
	width: number,
	theme: Theme,
): Line {
	return [{text: ` ${cut(flash.text, width - 2)}`, style: theme.tones[flash.tone]}];
}

/** What is shown of a prompt: its sign, the text, the rest of the first completion, and what else there is. */
export interface PromptInput {
	readonly sign: ':' | '/';
	readonly text: string;
	/** UTF-16 units from the start of the text. */
	readonly cursor: number;
	readonly ghost: string;
	/** Other completions, or a problem with what was typed. */
	readonly aside: string;
}

/** The prompt as a line, and the cell of the real cursor. The text scrolls when it is longer than the row. */
export function promptLine(
	prompt: PromptInput,
	width: number,
	theme: Theme,
): {readonly line: Line; readonly cursor: number} {
	const {sign, text, cursor, ghost, aside} = prompt;
	const room = Math.max(width - 3, 1);
	let start = 0;
	while (widthOf(text.slice(start, cursor)) > room - 1 && start < cursor) start += 1;
	const shown = cut(text.slice(start), room);
	const spans: Span[] = [{text: ` ${sign}`, style: theme.title}, {text: shown}];
	const used = 2 + widthOf(shown);
	if (ghost !== '' && used + widthOf(ghost) < width) spans.push({text: ghost, style: theme.tones.muted});
	const after = used + widthOf(ghost) + 3;
	if (aside !== '' && after + 8 < width)
		spans.push({text: `   ${cut(aside, width - after - 1)}`, style: theme.tones.muted});
	return {line: spans, cursor: 2 + widthOf(text.slice(start, cursor))};
}
