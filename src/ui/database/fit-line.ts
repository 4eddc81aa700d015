import type {Line} from '../../terminal/line.ts';
import {cut, width as widthOf} from '../../terminal/width.ts';

/** The line cut to at most so many cells. */
export function fitLine(line: Line, cells: number): Line {
	let left = cells;
	return line.flatMap(span => {
		const text = cut(span.text, left);
		left -= widthOf(text);
		return text === '' ? [] : [{...span, text}];
	});
}
