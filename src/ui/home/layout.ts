import type {Rect} from '../../terminal/line.ts';

/** Where a pane of the home screen is drawn; `title` is the row of its rule, when it has one. The body may have no rows. */
export interface Place {
	readonly pane: string;
	readonly title: Rect | undefined;
	readonly body: Rect;
}

/** What the places depend on. */
export interface HomeShape {
	readonly columns: number;
	readonly rows: number;
	/** How many there are. */
	readonly services: number;
	/** Something is wrong, so there is something to be said about why. Whichever service that is: moving the cursor moves no pane. */
	readonly troubled: boolean;
	/** Something restarted lately. */
	readonly restarted: boolean;
	/** Some requests are slow or fail, of whichever service. */
	readonly slow: boolean;
	/** Some service is known to use a database. */
	readonly database: boolean;
	/** The pane that has the focus. */
	readonly focus: string;
	/** Of the lower panes the one that had the focus last: it has the rows where there are not enough for all. */
	readonly lower: string;
	/** The focused pane has the screen to itself. */
	readonly zoomed: boolean;
}

/** Panes under the verdict, in the order of the screen. */
export const LOWER_PANES = ['restarts', 'database', 'slow-requests', 'timeline'] as const;

/** Below this height there are no column titles, no rules, no footer: a strip in the corner of somebody's screen. */
export const STRIP_ROWS = 8;
/** Below this height only the worst service is told, in words. */
const SERVICES_ROWS_MIN = 10;
/** Below this height there are the services and one more pane. */
const LOWER_ROWS_MIN = 20;
/** From this height on all lower panes have rows. */
const ALL_ROWS_MIN = 32;

/** What says why there are no services is read whole on a narrow screen too. */
const SENTENCE_ROWS = 4;
/** Of the rows between header and footer, what the services take at most. */
const SERVICES_SHARE = 0.5;
/** What a finding needs to be told: what, how far, seen, because, next. */
const WHY_ROWS_MIN = 6;
/** Of the rows below the services. */
const WHY_SHARE = 0.45;
/** Of the rows of the lower panes, what those take that have something to tell; the timeline has the rest. */
const RESTARTS_SHARE = {alone: 0.45, beside: 0.3};
const SLOW_SHARE = {alone: 0.45, beside: 0.36};
/** From this width on the restarts and the database stand beside each other. */
const BESIDE_COLUMNS_MIN = 110;
/** Of the width, what the database has beside the restarts: half when it has bars to show, else room for a sentence. */
const DATABASE_SHARE = {known: 0.5, unknown: 0.35};
/** Between panes that stand beside each other. */
const BESIDE_GAP = 2;
/** A pane without rows says so in one line. */
const QUIET_ROWS = 1;
/** More is a page of its own. */
const WHY_ROWS_MAX = 14;
/** On a screen of fifteen rows. */
const WHY_ROWS_LOW = 4;
/** Rows of a lower pane below which it says too little. */
const LOWER_BODY_MIN = 3;

/** Pure arithmetic: the same shape always gives the same rectangles. Row 0 is the header and the last row the footer, except on a strip. */
export function layoutHome(shape: HomeShape): readonly Place[] {
	const {columns, rows, focus, zoomed} = shape;
	const body = bodyOf(columns, rows);
	if (zoomed) return [focus === 'services' ? untitled(focus, body) : titled(focus, body)];
	if (rows < SERVICES_ROWS_MIN) return [untitled(focus === 'services' ? 'strip' : focus, body)];
	if (rows < LOWER_ROWS_MIN) return lowScreen(shape, body);
	return highScreen(shape, body);
}

/** Everything between header and footer; on a strip everything but the header. */
export function bodyOf(columns: number, rows: number): Rect {
	if (rows <= 1) return {x: 0, y: 0, width: columns, height: Math.max(rows, 0)};
	const footer = rows >= STRIP_ROWS ? 1 : 0;
	return {x: 0, y: 1, width: columns, height: rows - 1 - footer};
}

/** The services, and below them why; or what has the focus. */
function lowScreen({services, focus}: HomeShape, body: Rect): readonly Place[] {
	const top = Math.min(servicesRows(services) - 1, body.height - 1 - WHY_ROWS_LOW);
	const below = focus === 'services' ? 'why' : focus;
	return [untitled('services', {...body, height: top}), titled(below, rest(body, top))];
}

/** The services, why, and below them all other panes, of which one or all have rows. */
function highScreen(shape: HomeShape, body: Rect): readonly Place[] {
	const {rows, services, troubled} = shape;
	const bands = rows < ALL_ROWS_MIN ? LOWER_PANES.length : bandsOf(shape);
	const open = rows < ALL_ROWS_MIN ? 1 : bands;
	const lowerMin = bands + open * LOWER_BODY_MIN;
	const whyMin = 1 + (troubled ? WHY_ROWS_MIN : 2);
	const most = Math.min(body.height - lowerMin - whyMin, Math.floor(body.height * SERVICES_SHARE));
	const top = Math.max(4, Math.min(servicesRows(services), most));
	const left = body.height - top;
	const whyMost = Math.min(1 + WHY_ROWS_MAX, left - lowerMin);
	const why = troubled ? Math.min(Math.max(whyMin, Math.floor(left * WHY_SHARE)), whyMost) : whyMin;
	const lower = rest(body, top + why);
	return [
		untitled('services', {...body, height: top}),
		titled('why', {...rest(body, top), height: why}),
		...(rows < ALL_ROWS_MIN ? oneOpen(shape, lower) : allOpen(shape, lower)),
	];
}

/** Every lower pane has its title, one has all the rows. */
function oneOpen({lower}: HomeShape, area: Rect): readonly Place[] {
	const body = area.height - LOWER_PANES.length;
	let y = area.y;
	return LOWER_PANES.map(pane => {
		const height = 1 + (pane === lower ? body : 0);
		const place = titled(pane, {...area, y, height});
		y += height;
		return place;
	});
}

/** How many lower panes stand below each other when all have rows. */
function bandsOf({columns}: HomeShape): number {
	return columns < BESIDE_COLUMNS_MIN ? LOWER_PANES.length : LOWER_PANES.length - 1;
}

/** Who has nothing to tell leaves the rows to the others. */
function allOpen(shape: HomeShape, area: Rect): readonly Place[] {
	const {restarted, slow, database} = shape;
	const isBeside = bandsOf(shape) < LOWER_PANES.length;
	const databaseRows = database ? LOWER_BODY_MIN : QUIET_ROWS;
	const body = area.height - bandsOf(shape) - (isBeside ? 0 : databaseRows);
	const sharing = restarted && slow ? 'beside' : 'alone';
	const quiet = slow && !(isBeside && database) ? QUIET_ROWS : LOWER_BODY_MIN;
	const restartRows = restarted ? Math.round(body * RESTARTS_SHARE[sharing]) : quiet;
	const slowRows = slow ? Math.round(body * SLOW_SHARE[sharing]) : QUIET_ROWS;
	const first = {...area, height: 1 + restartRows};
	const above = isBeside
		? beside(first, database)
		: [titled('restarts', first), titled('database', {...rest(area, first.height), height: 1 + databaseRows})];
	const slowTop = first.height + (isBeside ? 0 : 1 + databaseRows);
	const timelineTop = slowTop + 1 + slowRows;
	return [
		...above,
		titled('slow-requests', {...rest(area, slowTop), height: 1 + slowRows}),
		titled('timeline', rest(area, timelineTop)),
	];
}

/** The rule above them has no gap. */
function beside(area: Rect, database: boolean): readonly Place[] {
	const width = Math.floor(area.width * DATABASE_SHARE[database ? 'known' : 'unknown']);
	const left = {...area, width: area.width - width};
	const {title, body} = titled('restarts', left);
	return [
		{pane: 'restarts', title, body: {...body, width: body.width - BESIDE_GAP}},
		titled('database', {...area, x: area.x + left.width, width}),
	];
}

/** Column titles, a row each, and a blank one below. */
function servicesRows(services: number): number {
	return (services || SENTENCE_ROWS) + 2;
}

function rest(area: Rect, used: number): Rect {
	return {...area, y: area.y + used, height: area.height - used};
}

function untitled(pane: string, body: Rect): Place {
	return {pane, title: undefined, body};
}

function titled(pane: string, rect: Rect): Place {
	return {pane, title: {...rect, height: 1}, body: rest(rect, 1)};
}
