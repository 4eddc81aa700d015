import type {Rect} from '../../terminal/line.ts';

/** Where a pane of the home screen is drawn; `title` is the row of its rule, when it has one. */
export interface Place {
	readonly pane: string;
	readonly title: Rect | undefined;
	readonly body: Rect;
}

/** Rows from here on, every pane has room beside the others; below, the services come first. */
const RESTARTS_ROWS_MIN = 4;
/** Below this height there are no column titles, no rules, no footer: a strip in the corner of somebody's screen. */
export const STRIP_ROWS = 8;
/** What says why there are no services is read whole on a narrow screen too. */
const SENTENCE_ROWS = 4;
/** Rows that the services take at most while something below them has something to say. */
const SERVICES_SHARE = 0.6;

/**
 * Pure arithmetic: the same size and the same number of services always give the same rectangles.
 * Row 0 is the header and the last row the footer, except on a strip.
 */
export function layoutHome(
	columns: number,
	rows: number,
	services: number,
	zoomed: string | undefined,
): readonly Place[] {
	const body: Rect = bodyOf(columns, rows);
	if (zoomed !== undefined) return [withTitle(zoomed, body, zoomed !== 'services')];
	if (rows < 10) return [withTitle('services', body, false)];
	const timeline = rows >= 20 ? 1 : 0;
	const free = body.height - timeline;
	// One row of column titles, one blank row below unless the list fills its share.
	const wanted = (services || SENTENCE_ROWS) + 2;
	const top = Math.max(3, Math.min(wanted, free - RESTARTS_ROWS_MIN, Math.max(Math.floor(free * SERVICES_SHARE), 4)));
	const places = [withTitle('services', {...body, height: top}, false)];
	places.push(withTitle('restarts', {...body, y: body.y + top, height: free - top}, true));
	if (timeline > 0) places.push(withTitle('timeline', {...body, y: body.y + free, height: timeline}, false));
	return places;
}

/** Everything between header and footer; on a strip everything but the header. */
export function bodyOf(columns: number, rows: number): Rect {
	if (rows <= 1) return {x: 0, y: 0, width: columns, height: Math.max(rows, 0)};
	const footer = rows >= STRIP_ROWS ? 1 : 0;
	return {x: 0, y: 1, width: columns, height: rows - 1 - footer};
}

function withTitle(pane: string, rect: Rect, titled: boolean): Place {
	if (!titled || rect.height < 2) return {pane, title: undefined, body: rect};
	return {pane, title: {...rect, height: 1}, body: {...rect, y: rect.y + 1, height: rect.height - 1}};
}
