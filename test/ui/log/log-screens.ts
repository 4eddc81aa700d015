import type {LogRecord, LogSelection} from '../../../src/model/log.ts';
import type {LogStream, LogView} from '../../../src/session/logs/contract.ts';
import {createLogBook} from '../../../src/store/log-book.ts';
import type {Line} from '../../../src/terminal/line.ts';
import type {LogPane, PaneInput} from '../../../src/ui/contract.ts';
import {createLogScreen, type LogScreen} from '../../../src/ui/log-screen.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {logRecord, logSource, logViewOf, request, selectionOf, streamOf, traceback} from '../../support/log-records.ts';
import {NOON} from '../../support/rows.ts';

const pane: LogPane = {
	id: 'logs',
	shape: 'log',
	title: () => 'logs',
	kinds: () => [],
	selection: argument => argument as LogSelection,
	filter: () => '',
	select: (_, selection) => selection,
};

export const NEW = logSource('api-7f9c5d8b4f-x2xkq');
export const OLD = logSource('api-66b8f7c9d5-9kq2d', {revision: 'rev 41'});
export const RAISED = [
	'Traceback (most recent call last):',
	'  File "a.py", line 3',
	'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached',
];

export const LINES: readonly LogRecord[] = [
	logRecord(1, 'INFO: "GET /items/7?page=2" 500', {
		source: NEW,
		level: 'error',
		request: request({path: '/items/7?page=2', status: 500, durationMs: 30_000}),
		message: 'QueuePool limit of size 5 overflow 10 reached',
	}),
	...traceback(2, RAISED, {source: NEW}),
	logRecord(882, 'INFO: "GET /orders" 200', {
		source: OLD,
		level: 'info',
		request: request({path: '/orders', durationMs: 182}),
		message: '',
	}),
	logRecord(1990, 'WARNING: retrying', {source: OLD, level: 'warn', message: 'retrying'}),
];

/** A log screen without a program around it. */
export interface LogTry {
	readonly screen: LogScreen;
	/** Lines come. */
	come(...records: readonly LogRecord[]): void;
	streams(...streams: readonly LogStream[]): void;
	filter(text: string): void;
	/** Without the blanks at the ends. */
	text(width: number, height: number): readonly string[];
	lines(width: number, height: number): readonly Line[];
}

export function logTry(records: readonly LogRecord[], limit?: number): LogTry {
	const selection = selectionOf();
	const book = createLogBook(limit);
	let view: LogView = {...logViewOf(records), selection, book};
	const input = (): PaneInput =>
		({
			argument: selection,
			session: {logView: view},
			world: {now: NOON + 60_000, connection: {phase: 'live'}},
			offsetMs: 0,
			formatOf: () => undefined,
		}) as unknown as PaneInput;
	const screen = createLogScreen(pane, input(), createTheme({colors: true, table: true}), () => 0);
	book.add(records);
	screen.update(input());
	const lines = (width: number, height: number): readonly Line[] => screen.paint({width, height}, true);
	return {
		screen,
		come(...more) {
			const known = new Set(view.streams.map(({source}) => source.key));
			const added = more.filter(({source}) => !known.has(source.key)).map(({source}) => streamOf(source));
			if (added.length > 0) view = {...view, streams: [...view.streams, ...added]};
			book.add(more);
			screen.update(input());
		},
		streams(...streams) {
			view = {...view, streams};
			screen.update(input());
		},
		filter(text) {
			screen.setFilter(text);
			while (screen.busy) screen.work();
		},
		lines,
		text: (width, height) =>
			lines(width, height).map(line =>
				line
					.map(({text}) => text)
					.join('')
					.trimEnd(),
			),
	};
}
