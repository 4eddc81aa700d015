import type {LogRecord, LogSelection, LogSource} from '../../src/model/log.ts';
import type {LoggedRequest} from '../../src/model/request.ts';
import type {LogStream, LogView} from '../../src/session/logs/contract.ts';
import {createLogBook} from '../../src/store/log-book.ts';
import {NOON} from './rows.ts';

/** The container `app` of a pod of revision 42. */
export function logSource(pod = 'api-7f9c5d-x2xkq', fields: Partial<LogSource> = {}): LogSource {
	const container = fields.container ?? 'app';
	return {
		key: `${pod}/${container}`,
		namespace: 'shop',
		pod,
		podUid: `uid-${pod}`,
		container,
		previous: false,
		revision: 'rev 42',
		service: 'api',
		...fields,
	};
}

export function request(fields: Partial<LoggedRequest> = {}): LoggedRequest {
	return {
		method: 'GET',
		path: '/items/7',
		route: '',
		status: 200,
		durationMs: undefined,
		id: '',
		agent: '',
		upstream: '',
		slowOnly: false,
		...fields,
	};
}

/** A line in a source of its own; `seq` is also the milliseconds since noon, unless `at` says otherwise. */
export function logRecord(seq: number, text: string, fields: Partial<LogRecord> = {}): LogRecord {
	return {
		seq,
		at: NOON + seq,
		source: logSource(),
		text,
		format: '',
		level: undefined,
		message: text,
		request: undefined,
		head: undefined,
		fold: undefined,
		...fields,
	};
}

/** A traceback: the head says nothing, the last of its lines what was raised. */
export function traceback(seq: number, lines: readonly string[], fields: Partial<LogRecord> = {}): LogRecord[] {
	const [first = '', ...rest] = lines;
	const head = logRecord(seq, first, {
		level: 'error',
		fold: {lines: rest.length, headline: rest.at(-1) ?? ''},
		...fields,
	});
	return [head, ...rest.map((text, index) => logRecord(seq + index + 1, text, {...fields, head}))];
}

export const FIVE_MINUTES: LogSelection['range'] = {key: '3', title: '5m', sinceMs: 300_000, lines: undefined};

export function selectionOf(fields: Partial<LogSelection> = {}): LogSelection {
	return {
		of: [{kind: 'deployment', namespace: 'shop', name: 'api', uid: 'deployment-api'}],
		container: undefined,
		previous: false,
		range: FIVE_MINUTES,
		...fields,
	};
}

export function streamOf(source = logSource(), fields: Partial<LogStream> = {}): LogStream {
	return {source, state: {phase: 'following'}, gone: false, ...fields};
}

/** A view with these lines in its book, of all their sources unless streams are given. */
export function logViewOf(
	records: readonly LogRecord[],
	fields: Partial<LogView> & {readonly limit?: number} = {},
): LogView {
	const {limit, ...rest} = fields;
	const book = createLogBook(limit);
	book.add(records);
	const sources = new Map(records.map(({source}) => [source.key, source]));
	return {selection: selectionOf(), book, streams: [...sources.values()].map(source => streamOf(source)), ...rest};
}
