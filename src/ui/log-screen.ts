import type {ObjectRef} from '../model/finding.ts';
import type {LogRecord, LogSelection} from '../model/log.ts';
import type {Line} from '../terminal/line.ts';
import {wrap} from '../terminal/wrap.ts';
import type {Go, LogPane, PaneInput, Size} from './contract.ts';
import {columnsOf, type LogColumns} from './log/columns.ts';
import {createLogContent} from './log/content.ts';
import {isRule} from './log/entry.ts';
import {parseLogFilter} from './log/filter.ts';
import {hueOf} from './log/hue.ts';
import {createLogLayout} from './log/layout.ts';
import {paintLogRow, paintRule} from './log/paint.ts';
import {createReader} from './log/reader.ts';
import type {Context} from './log/sight.ts';
import {bottomLine, type LogStatus, topLine} from './log/status.ts';
import {textOf, wholeLine} from './log/text.ts';
import {nextTimeMode, type TimeMode} from './log/time.ts';
import {whyEmpty} from './log/why-empty.ts';
import type {Move} from './table/state.ts';
import type {Theme} from './theme/theme.ts';

/** One log on one page: where one reads in it, its filter, and how its lines look. It keeps that while it is covered. */
export interface LogScreen {
	readonly shape: 'log';
	/** What its pane was given last. */
	readonly input: PaneInput;
	/** The pod whose line is under the cursor. */
	readonly object: ObjectRef | undefined;
	/** The line under the cursor. */
	readonly record: LogRecord | undefined;
	readonly selection: LogSelection;
	/** As typed after `/`, and why it was not understood as it was meant. */
	readonly filter: string;
	readonly problem: string | undefined;
	setFilter(text: string): void;
	/** Lines are still to be looked at for the filter: `work` looks at some of them. */
	readonly busy: boolean;
	work(): void;
	move(move: Move): void;
	/** Stays at that time (milliseconds since 1970), also when its lines come later. */
	goTo(at: string): void;
	/** The whole line under the cursor. */
	open(): Go;
	/** The next match, or the one before. False when there is none. */
	seekOn(step: 1 | -1): boolean;
	readonly following: boolean;
	toggleFollowing(): void;
	/** Stays at the beginning, whatever comes there. */
	goToStart(): void;
	toggle(mode: LogMode): void;
	nextTime(): TimeMode;
	nextContext(): Context;
	/** Puts a rule below what there is. */
	mark(words: string): void;
	/** What there is now is not shown any more. */
	clear(): void;
	/** What is worth copying of the line under the cursor. */
	line(): string;
	/** What the filter lets through, or all that is kept, as text. */
	whole(what: 'shown' | 'all'): string;
	/** Takes what is new in the world. */
	update(input: PaneInput): void;
	paint(size: Size, focused: boolean): readonly Line[];
}

/** `wrap`: long lines go on below; `raw`: as they were written; `full`: without the lines above and below. */
export type LogMode = 'wrap' | 'raw' | 'full';

/** Rows from which on the line above, and the line below, are worth theirs. */
const TOP_ROWS_MIN = 4;
const BOTTOM_ROWS_MIN = 8;

/** @param elapsedMs milliseconds since whenever, of a clock that only goes forward: how long filtering may take at a time */
export function createLogScreen(pane: LogPane, first: PaneInput, theme: Theme, elapsedMs: () => number): LogScreen {
	const content = createLogContent(elapsedMs);
	const layout = createLogLayout(head => content.heads.foldsOf(head), theme);
	const reader = createReader(entry => (isRule(entry) ? 1 : layout.rowsOf(entry)));
	const modes = new Set<LogMode>();
	let input = first;
	let time: TimeMode = 'local';
	let news = {lines: 0, matches: 0};
	/** The newest line that there was when the reader stopped following; what is older comes from further back. */
	let heldAt = first.world.now;
	let columns: LogColumns | undefined;
	let width = 80;

	const selection = (): LogSelection => pane.selection(input.argument);
	const foldsOf = (head: LogRecord): readonly LogRecord[] => content.heads.foldsOf(head);
	const refresh = (): void => reader.take(content.sight.entries());
	const currentRecord = (): LogRecord | undefined => {
		const {current} = reader;
		return current === undefined || isRule(current) ? undefined : current;
	};
	/** Lays the lines out for a screen that wide, as all that was chosen has it. */
	const reflow = (): void => {
		const {heads, sift, names} = content;
		const raw = modes.has('raw');
		columns = columnsOf(width, names, {time, raw, hasLevels: heads.hasLevels});
		layout.look({body: columns.body, wraps: modes.has('wrap'), raw, filter: sift.filter});
	};
	const forgetNewsWhenFollowing = (): void => {
		if (!reader.following) return;
		news = {lines: 0, matches: 0};
		heldAt = content.heads.entries.at(-1)?.at ?? input.world.now;
	};
	const status = (): LogStatus => {
		const {heads, sift, view} = content;
		const {range, previous} = selection();
		return {
			streams: view?.streams ?? [],
			lines: heads.lines,
			filter: sift.filter.text,
			matches: sift.shown.length,
			busy: sift.busy,
			dropped: view?.book.dropped ?? 0,
			following: reader.following,
			news,
			range: range.title,
			previous,
			modes: [
				...modes,
				...(time === 'local' ? [] : [TIME_WORDS[time]]),
				...(content.sight.context === 0 ? [] : [`context ${content.sight.context}`]),
			],
		};
	};
	const paintEntry = ({entry, skip, isCurrent}: ReturnType<typeof reader.seen>[number]): readonly Line[] => {
		if (isRule(entry)) return [paintRule(entry, isCurrent, width, theme)];
		if (columns === undefined) return [];
		const shape = columns;
		const isStale = input.world.connection.phase === 'trouble';
		const isDim = isStale || content.isGone(entry) || content.sight.isAround(entry);
		const watch = {now: input.world.now, offsetMs: input.offsetMs};
		const hue = hueOf(entry.source.pod, theme);
		return layout
			.rows(entry)
			.map((body, row) =>
				paintLogRow(entry, body, row, {isCurrent: isCurrent && row === skip, isDim, hue}, shape, watch, theme),
			)
			.slice(skip);
	};
	const paintBody = (height: number): readonly Line[] => {
		reflow();
		reader.resize(height);
		layout.fit(reader.seen().flatMap(({entry}) => (isRule(entry) ? [] : [entry])));
		reader.reflow();
		const seen = reader.seen();
		const rows = seen.length === 0 ? paintEmpty(height) : seen.flatMap(paintEntry);
		return rows.slice(0, height);
	};
	const paintEmpty = (height: number): readonly Line[] => {
		const {view, sift, heads, cleared} = content;
		const hidden = sift.filter.isEmpty ? 0 : heads.lines;
		const words = whyEmpty({view, filter: sift.filter, hidden, busy: sift.busy, cleared});
		return wrap(words, width - 2, Math.max(height, 1)).map(text => [{text: `  ${text}`, style: theme.tones.muted}]);
	};

	const setFilter = (text: string): void => {
		if (text.trim() === content.sift.filter.text) return;
		content.sift.setFilter(parseLogFilter(text, input.formatOf));
		news = {...news, matches: 0};
		reflow();
		refresh();
	};
	setFilter(pane.filter(first.argument));
	// What is looked for at first is found among all that surrounds it.
	while (!content.sift.filter.isEmpty && content.sight.context !== 'all') content.sight.nextContext();

	return {
		shape: 'log',
		get input() {
			return input;
		},
		get object() {
			const source = currentRecord()?.source;
			if (source === undefined) return undefined;
			return {kind: 'pod', namespace: source.namespace, name: source.pod, uid: source.podUid};
		},
		get record() {
			return currentRecord();
		},
		get selection() {
			return selection();
		},
		get filter() {
			return content.sift.filter.text;
		},
		get problem() {
			return content.sift.filter.problem;
		},
		setFilter,
		get busy() {
			return content.sift.busy;
		},
		work() {
			content.sift.work();
			refresh();
		},
		move(move) {
			reader.move(move);
			forgetNewsWhenFollowing();
		},
		goTo(at) {
			if (Number.isFinite(Number(at))) reader.stand({at: Number(at), seq: Number.MAX_SAFE_INTEGER});
		},
		open() {
			const record = currentRecord();
			if (record === undefined) return {to: 'nothing', because: 'there is no line under the cursor'};
			return {to: 'pane', pane: {id: 'log-line', argument: {record, folds: [...foldsOf(record)]}}};
		},
		seekOn(step) {
			const next = content.nextMatch(reader.current, step);
			if (next !== undefined) reader.stand(next);
			return next !== undefined;
		},
		get following() {
			return reader.following;
		},
		toggleFollowing() {
			if (reader.following) reader.hold();
			else reader.follow();
			forgetNewsWhenFollowing();
		},
		goToStart: () => reader.stand({at: -Infinity, seq: 0}),
		toggle(mode) {
			if (!modes.delete(mode)) modes.add(mode);
			reflow();
			reader.reflow();
		},
		nextTime() {
			time = nextTimeMode(time);
			return time;
		},
		nextContext() {
			content.sight.nextContext();
			refresh();
			return content.sight.context;
		},
		mark(words) {
			content.mark(words);
			refresh();
		},
		clear() {
			content.clear();
			news = {lines: 0, matches: 0};
			refresh();
		},
		line() {
			const record = currentRecord();
			return record === undefined ? '' : wholeLine(record, foldsOf);
		},
		whole: what => textOf(what === 'all' ? content.heads.entries : content.sift.shown, foldsOf),
		update(next) {
			input = next;
			const came = content.take(selection(), next, heldAt);
			news = {lines: news.lines + came.lines, matches: news.matches + came.matches};
			forgetNewsWhenFollowing();
			refresh();
		},
		paint(size) {
			({width} = size);
			const hasTop = size.height >= TOP_ROWS_MIN && !modes.has('full');
			const hasBottom = size.height >= BOTTOM_ROWS_MIN && !modes.has('full');
			const height = Math.max(size.height - Number(hasTop) - Number(hasBottom), 0);
			const body = paintBody(height);
			if (!hasTop) return body;
			const top = topLine(status(), !hasBottom, width, theme);
			if (!hasBottom) return [top, ...body];
			const filled = [...body, ...Array.from({length: height - body.length}, (): Line => [])];
			return [top, ...filled, bottomLine(status(), width, theme)];
		},
	};
}

const TIME_WORDS: Readonly<Record<Exclude<TimeMode, 'local'>, string>> = {
	utc: 'UTC',
	ago: 'time ago',
	none: 'without times',
};
