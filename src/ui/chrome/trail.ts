import type {Line, Span} from '../../terminal/line.ts';
import {cut, width} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';
import {count} from './connection-text.ts';
import type {HeaderInput} from './header.ts';
import {cellsOf, cutLine} from './spans.ts';

/** Where the user is: the way here, the page that is shown, and what is shown of it. */
export interface Trail {
	readonly lead: Line;
	readonly page: string;
	/** Its rows and its filter. */
	readonly tail: Line;
}

/** What is left out of the way, each with what comes before it: our name and whether new rows are followed, the pages between, the context, all but the last page with what of a text is on the screen. */
export type TrailCut = 0 | 1 | 2 | 3 | 4;

/** From here on there is room for our name, and for the context. */
const NAME_COLUMNS_MIN = 100;
const CONTEXT_COLUMNS_MIN = 70;

/** @param columns of the screen */
export function trailOf(input: HeaderInput, columns: number, leftOut: TrailCut, theme: Theme): Trail {
	const {world, crumbs, shown, following, position, filter, banner} = input;
	const {muted, accent} = theme.tones;
	const lead: Span[] = [{text: ' '}];
	if (banner !== undefined) lead.push({text: `${banner} `, style: accent});
	else if (leftOut < 1 && columns >= NAME_COLUMNS_MIN) lead.push({text: 'dogwatch  ', style: muted});
	const namespace = world.namespace === '' ? 'all namespaces' : world.namespace;
	const between = crumbs.slice(0, -1);
	const steps = [
		...(leftOut < 3 && columns >= CONTEXT_COLUMNS_MIN ? [world.contextName] : []),
		...(crumbs.length > 0 ? [namespace] : []),
		...(leftOut < 2 ? between : between.slice(0, 1).map(() => theme.glyphs.ellipsis)),
	];
	for (const step of leftOut < 4 ? steps : [])
		lead.push({text: step}, {text: ` ${theme.glyphs.step} `, style: muted});
	const tail: Span[] = [];
	if (shown !== undefined) {
		const of = shown.of > shown.count ? ` of ${count(shown.of)}` : '';
		tail.push({text: ` ${count(shown.count)}${of}`});
	}
	if (following !== undefined && leftOut < 1)
		tail.push({text: following ? '  following' : '  held: G follows', style: muted});
	if (position !== '' && leftOut < 4) tail.push({text: `  ${position}`, style: muted});
	if (filter !== '') tail.push({text: `  /${filter}`, style: accent});
	return {lead, page: crumbs.at(-1) ?? namespace, tail};
}

export function trailCells({lead, page, tail}: Trail): number {
	return cellsOf(lead) + width(page) + cellsOf(tail);
}

/** A page's name can be told by so much of it. */
const PAGE_CELLS_MIN = 6;

/** In at most so many columns: the name of the page is cut before its count is, and the way there before both. */
export function trailLine({lead, page, tail}: Trail, cells: number, theme: Theme): Line {
	const most = Math.max(cells - cellsOf(lead) - cellsOf(tail), Math.min(width(page), PAGE_CELLS_MIN));
	const last: Line = [{text: cut(page, most), style: theme.title}, ...tail];
	const room = Math.max(cells - cellsOf(last), 0);
	return cutLine([...cutLine(lead, room), ...last], cells);
}
