import {summarize} from '../../services/summary.ts';
import type {Line, Span} from '../../terminal/line.ts';
import {cut, width as widthOfText} from '../../terminal/width.ts';
import type {World} from '../../session/world.ts';
import type {Theme} from '../theme/theme.ts';
import {connectionSpans, count} from './connection-text.ts';

/** What the header says besides the connection. */
export interface HeaderInput {
	readonly world: World;
	/** Titles of the pages on the stack, the home page left out: `api`, `pods`. */
	readonly crumbs: readonly string[];
	/** How many rows the page shows, and of how many when a filter hides some. */
	readonly shown: {readonly count: number; readonly of: number} | undefined;
	readonly filter: string;
	/** A word about where the data is from: the banner of the simulated cluster. */
	readonly banner: string | undefined;
}

/** One row: where we are on the left, how things are on the right. What does not fit is left out from the middle. */
export function headerLine(input: HeaderInput, width: number, theme: Theme): Line {
	const {world} = input;
	const right = [...summarySpans(world, theme), ...connectionSpans(world, theme, width)];
	const rightWidth = Math.min(widthOf(right), width);
	const left = leftSpans(input, theme, width);
	const room = width - rightWidth - 3;
	const kept = cutSpans(left, Math.max(room, 0));
	const gap = Math.max(width - widthOf(kept) - rightWidth - 1, 0);
	return [...kept, {text: ' '.repeat(gap)}, ...cutSpans(right, width)];
}

function leftSpans({world, crumbs, shown, filter, banner}: HeaderInput, theme: Theme, width: number): readonly Span[] {
	const {glyphs} = theme;
	const muted = theme.tones.muted;
	const path = width >= 70 ? [world.contextName] : [];
	const trail = [...path, world.namespace === '' ? 'all namespaces' : world.namespace, ...crumbs];
	const last = trail.pop() ?? '';
	const spans: Span[] = [{text: ' '}];
	if (banner !== undefined) spans.push({text: `${banner} `, style: theme.tones.accent});
	else if (width >= 100) spans.push({text: 'dogwatch  ', style: muted});
	for (const step of trail) spans.push({text: step}, {text: ` ${glyphs.step} `, style: muted});
	spans.push({text: last, style: theme.title});
	if (shown !== undefined) {
		const of = shown.of > shown.count ? ` of ${count(shown.of)}` : '';
		spans.push({text: ` ${count(shown.count)}${of}`});
	}
	if (filter !== '') spans.push({text: `  /${filter}`, style: theme.tones.accent});
	return spans;
}

/** `! 2 struggling   … 1 rolling out   12 services`: nothing that is zero. */
function summarySpans({services}: World, theme: Theme): readonly Span[] {
	const {marks} = summarize(services);
	const spans: Span[] = [];
	for (const mark of LOUD) {
		const number = marks[mark];
		if (number > 0) spans.push({text: `${theme.glyphs.marks[mark]} ${number} ${mark}  `, style: theme.marks[mark]});
	}
	return spans;
}

const LOUD = ['doomed', 'struggling', 'progressing'] as const;

const widthOf = (spans: readonly Span[]): number => spans.reduce((sum, {text}) => sum + widthOfText(text), 0);

function cutSpans(spans: readonly Span[], width: number): readonly Span[] {
	const kept: Span[] = [];
	let room = width;
	for (const span of spans) {
		const size = widthOfText(span.text);
		if (size <= room) kept.push(span);
		else if (room > 0) kept.push({...span, text: cut(span.text, room)});
		room -= Math.min(size, room);
	}
	return kept;
}
