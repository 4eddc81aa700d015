import type {Line} from '../../terminal/line.ts';
import {cut, width as widthOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';

/** What a pane stands under: `── RESTARTS 10m ────────`. The first word of the title is written large. */
export function ruleLine(title: string, width: number, focused: boolean, theme: Theme): Line {
	const {rule: dash} = theme.glyphs;
	const words = cut(` ${title.replace(/^\w+/, word => word.toUpperCase())} `, Math.max(width - 4, 0));
	const muted = theme.tones.muted;
	const rest = dash.repeat(Math.max(width - 2 - widthOf(words), 0));
	return [
		{text: dash.repeat(2), style: muted},
		{text: words, style: focused ? theme.title : muted},
		{text: rest, style: muted},
	];
}
