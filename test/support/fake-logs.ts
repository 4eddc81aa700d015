import type {LogRecord, LogSelection} from '../../src/model/log.ts';
import type {LogStream, LogView} from '../../src/session/logs/contract.ts';
import {createLogBook, type LogBook} from '../../src/store/log-book.ts';
import type {Drive} from './drive.ts';
import {streamOf} from './log-records.ts';

/** The logs of a session, made up: whatever is asked for is answered with a book of its own, which the test writes. */
export interface FakeLogs {
	/** What was asked for, the last one last; undefined where nothing was to be read any more. */
	readonly asked: readonly (LogSelection | undefined)[];
	readonly book: LogBook;
	/** Lines come, and the program draws what it has. */
	come(records: readonly LogRecord[]): void;
	/** In place of a stream for each source that has said something. */
	streams(streams: readonly LogStream[]): void;
}

/** Puts them in the place of the logs of the session that is watched. */
export function fakeLogs(app: Drive, first: readonly LogRecord[] = []): FakeLogs {
	const {session} = app.app;
	const asked: (LogSelection | undefined)[] = [];
	const sources = new Map<string, LogStream>();
	let streams: readonly LogStream[] | undefined;
	let view: LogView | undefined;
	const learn = (records: readonly LogRecord[]): void => {
		for (const {source} of records) if (!sources.has(source.key)) sources.set(source.key, streamOf(source));
	};
	const redraw = (): void => session.world.setState({commit: session.world.getState().commit + 1});
	Object.defineProperty(session, 'logView', {
		get: () => view && {...view, streams: streams ?? [...sources.values()]},
	});
	Object.defineProperty(session, 'follow', {
		value(selection: LogSelection | undefined) {
			asked.push(selection);
			if (selection === undefined) {
				view = undefined;
				return;
			}
			const book = createLogBook();
			learn(first);
			book.add(first);
			view = {selection, book, streams: []};
		},
	});
	const bookNow = (): LogBook => {
		if (view === undefined) throw new Error('no log is open');
		return view.book;
	};
	return {
		asked,
		get book() {
			return bookNow();
		},
		come(records) {
			learn(records);
			bookNow().add(records);
			redraw();
		},
		streams(next) {
			streams = next;
			redraw();
		},
	};
}
