import type {Line, Span} from '../../terminal/line.ts';
import {cut, width} from '../../terminal/width.ts';

/** Columns that a line takes. */
export function cellsOf(line: Line): number {
	return line.reduce((sum, {text}) => sum + width(text), 0);
}

/** A line cut to at most so many columns, with an ellipsis in the last one. */
export function cutLine(line: Line, cells: number): Line {
	const kept: Span[] = [];
	let room = cells;
	for (const span of line) {
		const size = width(span.text);
		if (size <= room) kept.push(span);
		else if (room > 0) kept.push({...span, text: cut(span.text, room)});
		room -= Math.min(size, room);
	}
	return kept;
}
