import {formatDuration, formatRate, formatShare} from '../../lib/figures.ts';
import type {Figures, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {Line, Span} from '../../terminal/line.ts';
import {cut, width as widthOf} from '../../terminal/width.ts';
import {wrap} from '../../terminal/wrap.ts';
import type {Theme} from '../theme/theme.ts';
import {durationTone, errorShare, errorTone} from './tones.ts';
import {gapWords, scaled, sourceWords, untimed} from './words.ts';
import type {RequestWindow} from './window.ts';

/** What stands above tables of requests. */
export interface HeadRoom {
	readonly width: number;
	readonly theme: Theme;
}

const INDENT = '   ';

/** `41 req/s   p50 38ms  p95 840ms  p99 3.9s   5xx 3.1%  4xx 0.2%`: as many of them as fit, and what more there is to say. */
export function figuresLine(
	figures: Figures,
	{lead, isScaled, more}: {readonly lead: string; readonly isScaled: boolean; readonly more: string},
	{width, theme}: HeadRoom,
): Line {
	const {durations, count, clientErrors} = figures;
	const rate = isScaled ? scaled(formatRate(figures.rate)) : formatRate(figures.rate);
	const errors = errorShare(figures);
	const p95 = durations.quantile(0.95);
	const {tones} = theme;
	const spans: readonly Span[] = [
		{text: `${rate} req/s   `, style: theme.title},
		{text: `p50 ${formatDuration(durations.quantile(0.5))}  `},
		{text: `p95 ${formatDuration(p95)}  `, style: toneOf(durationTone(p95), theme)},
		{text: `p99 ${formatDuration(durations.quantile(0.99))}  `},
		{text: `max ${maxWords(durations)}   `},
		{text: `5xx ${formatShare(errors)}  `, style: toneOf(errorTone(errors), theme)},
		{text: `4xx ${formatShare(count === 0 ? undefined : clientErrors / count)}   `},
		{text: more, style: tones.muted},
	];
	return fitted([{text: INDENT}, {text: lead === '' ? '' : `${lead}   `, style: theme.title}, ...spans], width);
}

/** Of a histogram only the end of the last bucket is known. */
function maxWords({maxMs, isEstimate = false}: Figures['durations']): string {
	return `${isEstimate && maxMs !== undefined ? '~' : ''}${formatDuration(maxMs)}`;
}

/** Where nothing is timed, what must be added to which program; what the numbers are, and what they leave out. */
export function sourceLines(
	traffic: ServiceTraffic,
	window: RequestWindow,
	because: string,
	room: HeadRoom,
): readonly Line[] {
	const words = [`the last ${window.title} ${sourceWords(traffic)}`, gapWords(traffic, window), because];
	const missing = untimed(traffic);
	const partly = 'only slow requests tell how long they took: percentiles among the others are not known';
	return [
		...(missing === undefined ? [] : fixLines(missing, room)),
		...(traffic.timing === 'slow-only' ? sentence(partly, room) : []),
		...sentence(words.filter(text => text !== '').join(' · '), room),
	];
}

/** What fits, and a blank line below; where not all does, that it is so. */
export function headOf(lines: readonly Line[], height: number, {theme}: HeadRoom): readonly Line[] {
	if (lines.length < height) return [...lines, []];
	if (lines.length === height) return lines;
	const more = `${INDENT}${theme.glyphs.ellipsis} the rest on a higher screen`;
	return [...lines.slice(0, Math.max(height - 1, 0)), [{text: more, style: theme.tones.muted}]].slice(0, height);
}

/** A sentence below each other, muted. */
export function sentence(text: string, {width, theme}: HeadRoom): readonly Line[] {
	return wrap(text, width - INDENT.length, 3).map(part => [{text: INDENT + part, style: theme.tones.muted}]);
}

/** What does not fit into so many lines is read, and copied, on its own page. */
const FIX_LINES_MAX = 4;

function fixLines({because, fix}: NonNullable<ReturnType<typeof untimed>>, {width, theme}: HeadRoom): readonly Line[] {
	const ways = fix.flatMap(line => wrap(line, width - 2 * INDENT.length, FIX_LINES_MAX + 1));
	const isShort = ways.length <= FIX_LINES_MAX;
	const more =
		ways.length === 0 ? '' : isShort ? '. For times, the easiest first:' : '. `:timing` shows what adds the times';
	return [
		...wrap(`${because}: rates and errors are right${more}`, width - INDENT.length, 3).map((text): Line => [
			{text: INDENT + text, style: theme.tones.struggling},
		]),
		...(isShort ? ways : []).map((text): Line => [{text: INDENT + INDENT + text}]),
	];
}

function toneOf(tone: ReturnType<typeof errorTone>, theme: Theme): Span['style'] {
	return tone === undefined ? undefined : theme.tones[tone];
}

/** Whole pieces, as long as they fit; the first is cut. */
function fitted(spans: readonly Span[], width: number): Line {
	const line: Span[] = [];
	let left = width;
	for (const span of spans) {
		const cells = widthOf(span.text.trimEnd());
		if (cells > left && line.length > 1) break;
		line.push({...span, text: cells > left ? cut(span.text, left) : span.text});
		left -= widthOf(span.text);
	}
	return line;
}
