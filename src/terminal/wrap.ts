import {cellsOf} from './character.ts';
import {sanitize, UNITS_PER_CELL_MAX} from './sanitize.ts';
import {cut} from './width.ts';

/**
 * The text made harmless, as lines of at most `cells` columns: broken after blanks, and inside a word only when the word is longer
 * than a line. What does not fit into `linesMax` lines is cut, which shows as `…` at the end of the last. At least one line;
 * bounded work however long the text is.
 */
export function wrap(text: string, cells: number, linesMax: number): readonly string[] {
	if (cells <= 0 || linesMax <= 0) return [''];
	const unitsMax = Math.min(cells * linesMax * UNITS_PER_CELL_MAX, UNITS_MAX);
	// One more unit than can be shown, so that the last line knows that it was cut.
	let rest = sanitize(text.slice(0, unitsMax + 1)).trimEnd();
	const lines: string[] = [];
	while (lines.length < linesMax - 1) {
		const end = endOfLine(rest, cells);
		if (end >= rest.length) break;
		// A wide character may not even fit alone.
		lines.push(cut(rest.slice(0, end).trimEnd(), cells));
		rest = rest.slice(end).trimStart();
	}
	lines.push(cut(rest, cells));
	return lines;
}

/** What is longer is no text for a person, and is looked at with each frame. */
const UNITS_MAX = 4096;

/** Units of the text that make the next line, the blank behind it included. */
function endOfLine(text: string, cells: number): number {
	let [used, units, afterBlank] = [0, 0, 0];
	for (const character of text) {
		used += cellsOf(character.codePointAt(0) ?? 0);
		// A blank may hang over the edge, where nobody sees it.
		if (used > cells && character !== ' ') return afterBlank > 0 ? afterBlank : Math.max(units, character.length);
		units += character.length;
		if (character === ' ') afterBlank = units;
	}
	return text.length;
}
