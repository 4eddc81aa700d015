import type {LogRecord} from '../../model/log.ts';
import type {LoggedRequest} from '../../model/request.ts';
import type {Line, Span, Style} from '../../terminal/line.ts';
import {sanitize} from '../../terminal/sanitize.ts';
import {cut, width as cellsOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';
import {formatDuration} from './duration.ts';

export interface BodyLook {
	/** Cells that methods and paths are filled up to, so that status and duration stand below each other. */
	readonly pathCells: number;
	/** What is longer is cut there; not where lines are wrapped. */
	readonly cutsPaths: boolean;
	/** The line as it was written, and those that belong to it. */
	readonly raw: boolean;
}

/** All that is to be said of a line, the rows of one that has several below each other, each before it is cut or wrapped. */
export function bodiesOf(
	record: LogRecord,
	folds: readonly LogRecord[],
	look: BodyLook,
	theme: Theme,
): readonly Line[] {
	if (!look.raw) return [bodyOf(record, look, theme)];
	return [record, ...folds].map(({text}) => [{text: harmless(text), style: styleOf(record, theme)}]);
}

function bodyOf(record: LogRecord, look: BodyLook, theme: Theme): Line {
	const {fold} = record;
	if (fold !== undefined && fold.lines > 0)
		return [
			{text: `${theme.glyphs.cursor} `, style: theme.tones.muted},
			{text: harmless(fold.headline === '' ? record.message : fold.headline), style: styleOf(record, theme)},
			{text: `  (${fold.lines + 1} lines)`, style: theme.tones.muted},
		];
	if (record.request !== undefined) return requestBody(record, record.request, look, theme);
	return [{text: harmless(record.message), style: styleOf(record, theme)}];
}

/** Of a request: what fills the column of methods and paths. */
export function pathText({method, path, route}: LoggedRequest): string {
	const what = path === '' ? route : path;
	return harmless(method === '' ? what : `${method} ${what}`);
}

/** Cells of status and duration, with the blanks before them. */
export const REQUEST_CELLS = 13;

function requestBody(record: LogRecord, request: LoggedRequest, {pathCells, cutsPaths}: BodyLook, theme: Theme): Line {
	const {status, durationMs} = request;
	const whole = pathText(request);
	const path = cutsPaths ? cut(whole, pathCells) : whole;
	const took = durationMs === undefined ? '' : formatDuration(durationMs);
	const spans: Span[] = [
		{text: `${path}${' '.repeat(Math.max(pathCells - cellsOf(path), 0))}`},
		{text: `  ${status === 0 ? '–' : String(status)}`.padEnd(5), style: statusStyle(status, theme)},
		{text: `  ${took.padStart(6)}`},
	];
	if (record.message !== '') spans.push({text: `  ${harmless(record.message)}`, style: styleOf(record, theme)});
	return spans;
}

function statusStyle(status: number, {tones}: Theme): Style | undefined {
	if (status >= 500) return tones.doomed;
	return status >= 400 ? tones.struggling : undefined;
}

/** Words in the colour of trouble would drown what stands out; only what is of no interest looks it. */
function styleOf({level}: LogRecord, {tones}: Theme): Style | undefined {
	return level === 'debug' || level === 'trace' ? tones.muted : undefined;
}

/** The most that is laid out of a line. */
const UNITS_MAX = 16_384;

/** As the screen will show it, so that what is measured, marked and wrapped is what is seen. */
function harmless(text: string): string {
	return sanitize(text.slice(0, UNITS_MAX));
}
