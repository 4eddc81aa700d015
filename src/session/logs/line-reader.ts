import type {LogRecord, LogSource, TailLine} from '../../model/log.ts';
import type {TrafficBook} from '../../services/traffic/contract.ts';
import type {Heard} from '../../telemetry/incidents/heard.ts';
import {createIncidentReader} from '../../telemetry/incidents/reader.ts';
import {createStreamReader} from '../../telemetry/stream-reader.ts';

/** Reads the lines of one log, each once. */
export interface LineReader {
	/**
	 * Takes lines as they come.
	 * @param seq gives each record its number
	 * @param isShown records are wanted; else only what the lines tell of requests and troubles
	 */
	read(lines: readonly TailLine[], isShown: boolean, seq: () => number): readonly LogRecord[];
	/** Nothing came for a second: what was not said yet is told. */
	rest(): void;
	/** It begins anew with an older line: what was counted already is not counted again. */
	restart(): void;
	/** Lines that were there when it was opened. */
	readonly history: number;
	/** When the first line of all was written; undefined before it came. */
	readonly firstAt: number | undefined;
}

/**
 * @param openedAt milliseconds since 1970
 * @param serviceOf whose a request is, when the log is that of an ingress
 */
export function createLineReader(
	source: () => LogSource,
	openedAt: number,
	book: TrafficBook,
	serviceOf: ((upstream: string) => string | undefined) | undefined,
): LineReader {
	let reader = createStreamReader();
	let incidents = createIncidentReader();
	let head: LogRecord | undefined;
	let history = 0;
	let firstAt: number | undefined;
	let newestAt = Number.NEGATIVE_INFINITY;
	/** Up to here all was counted before it began anew. */
	let countedTo = Number.NEGATIVE_INFINITY;

	const hear = (heard: Heard | undefined): void => {
		if (heard !== undefined) book.hear(heard, incidents.heardAt, source());
	};
	const tell = (line: ReturnType<typeof reader.read>, at: number): void => {
		const {request, format, text, level} = line;
		if (serviceOf !== undefined) {
			const service = request && serviceOf(request.upstream);
			if (request !== undefined && service !== undefined) book.take(request, at, source(), format, service);
			return;
		}
		if (source().service === '') return;
		hear(incidents.read(text, at, request !== undefined, level));
		if (request !== undefined) book.take(request, at, source(), format);
	};
	return {
		read(lines, isShown, seq) {
			const records: LogRecord[] = [];
			for (const {at, text} of lines) {
				const line = reader.read(text, at);
				if (at <= openedAt) history += 1;
				firstAt ??= at;
				if (at > countedTo) tell(line, at);
				newestAt = Math.max(newestAt, at);
				if (!isShown) continue;
				const record = recordOf(line, at, source(), seq(), head);
				// What fell into a traceback from another stream does not end it.
				if (line.leads) head = record;
				records.push(record);
			}
			return records;
		},
		rest() {
			for (let heard = incidents.end(); heard !== undefined; heard = incidents.end()) hear(heard);
		},
		restart() {
			countedTo = newestAt;
			reader = createStreamReader();
			incidents = createIncidentReader();
			head = undefined;
			history = 0;
			firstAt = undefined;
		},
		get history() {
			return history;
		},
		get firstAt() {
			return firstAt;
		},
	};
}

/** A line that belongs to the one before lets that one grow. */
function recordOf(
	line: ReturnType<ReturnType<typeof createStreamReader>['read']>,
	at: number,
	source: LogSource,
	seq: number,
	last: LogRecord | undefined,
): LogRecord {
	const {text, format, level, message, request, role, tells} = line;
	const head = role === 'more' ? last : undefined;
	if (head !== undefined)
		head.fold = {
			lines: (head.fold?.lines ?? 0) + 1,
			headline: tells ? text.trim() : (head.fold?.headline ?? ''),
		};
	return {
		seq,
		at,
		source,
		text,
		format,
		level: level ?? head?.level,
		message,
		request,
		head,
		fold: undefined,
	};
}
