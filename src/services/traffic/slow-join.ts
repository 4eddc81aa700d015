import type {LoggedRequest} from '../../model/request.ts';
import type {LogSource} from '../../model/log.ts';

/** A line that only slow requests leave, waiting for the line that every request leaves. */
export interface SlowLine {
	readonly request: LoggedRequest;
	readonly at: number;
	readonly source: LogSource;
}

/**
 * Finds the two lines of one request: a middleware printed how long it took, the server noted its method and status. Both are in the
 * log of one container, the one before or after the other, with the same path and query, as far as both
 * log the query.
 */
export interface SlowJoin<T> {
	/** The slow line of the request that the server noted. */
	slowLineOf(request: LoggedRequest, at: number, source: LogSource): SlowLine | undefined;
	/** Remembers what was made of a line of the server, in case that the slow line comes after it. */
	remember(request: LoggedRequest, at: number, source: LogSource, made: T): void;
	/** What was made of the line of the server that came before; undefined, and the slow line waits, when there is none. */
	accessOf(line: SlowLine): T | undefined;
	/** Slow lines whose partner did not come, and will not: to be counted by themselves. */
	overdue(now: number): readonly SlowLine[];
	/** The same of one log, as its time goes. */
	passed(at: number, source: LogSource): readonly SlowLine[];
}

/** Both lines are written when the answer is, or when its body has been sent. */
const TOGETHER_MS = 1000;
/** A line may be on its way for that long. */
const PATIENCE_MS = 2000;
/** A second of a busy pod's slow requests. */
const WAITING_MAX = 64;
/** The server's line comes at most a few milliseconds before. */
const RECENT_MAX = 64;
/** Longer paths are no reason to keep their lines. */
const PATH_MAX = 2048;
/** Containers of a service. */
const LOGS_MAX = 1000;

interface Log<T> {
	/** Since when each is known to wait: a history may come in parts, minutes after it was written. */
	waiting: (SlowLine & {heardAt: number | undefined})[];
	/** Of the last lines of the server, in turn. */
	readonly recent: ({readonly path: string; readonly at: number; readonly made: T} | undefined)[];
	turn: number;
}

export function createSlowJoin<T>(): SlowJoin<T> {
	const logs = new Map<string, Log<T>>();
	/** Slow lines that wait, in all logs: mostly none. */
	let waitingCount = 0;

	function logOf({key}: LogSource): Log<T> {
		let log = logs.get(key);
		if (log === undefined) {
			const [oldest] = logs.size < LOGS_MAX ? [] : logs.keys();
			if (oldest !== undefined) logs.delete(oldest);
			logs.set(key, (log = {waiting: [], recent: [], turn: 0}));
		}
		return log;
	}

	function takeOut(log: Log<T>, isOut: (line: Log<T>['waiting'][number]) => boolean): readonly SlowLine[] {
		const out = log.waiting.filter(isOut);
		if (out.length === 0) return out;
		log.waiting = log.waiting.filter(line => !isOut(line));
		waitingCount -= out.length;
		return out;
	}

	return {
		slowLineOf({path}, at, source) {
			if (waitingCount === 0) return undefined;
			const log = logOf(source);
			const line = log.waiting.find(
				one => isSamePath(one.request.path, path) && Math.abs(one.at - at) <= TOGETHER_MS,
			);
			if (line !== undefined) takeOut(log, one => one === line);
			return line;
		},
		remember({path}, at, source, made) {
			if (path.length > PATH_MAX) return;
			const log = logOf(source);
			log.recent[log.turn] = {path, at, made};
			log.turn = (log.turn + 1) % RECENT_MAX;
		},
		accessOf(line) {
			const log = logOf(line.source);
			const place = log.recent.findIndex(
				one =>
					one !== undefined &&
					isSamePath(one.path, line.request.path) &&
					Math.abs(one.at - line.at) <= TOGETHER_MS,
			);
			const found = log.recent[place];
			if (found !== undefined) {
				log.recent[place] = undefined;
				return found.made;
			}
			log.waiting.push({...line, heardAt: undefined});
			waitingCount += 1;
			return undefined;
		},
		overdue(now) {
			if (waitingCount === 0) return [];
			const isOver = (line: Log<T>['waiting'][number]): boolean => (line.heardAt ??= now) <= now - PATIENCE_MS;
			return [...logs.values()].flatMap(log => takeOut(log, isOver));
		},
		passed(at, source) {
			if (waitingCount === 0) return [];
			const log = logOf(source);
			// Room for one more.
			const tooMany = log.waiting.length - WAITING_MAX + 1;
			return takeOut(log, line => line.at < at - TOGETHER_MS || log.waiting.indexOf(line) < tooMany);
		},
	};
}

/** A logger of the application may leave the query out. */
function isSamePath(a: string, b: string): boolean {
	if (a === b) return true;
	const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
	return longer.startsWith(shorter) && longer[shorter.length] === '?' && !shorter.includes('?');
}
