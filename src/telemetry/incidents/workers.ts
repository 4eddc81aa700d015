import {maskCredentials} from '../../lib/mask.ts';
import type {Heard} from './heard.ts';

/** What a server says of the worker processes that it has started. */
export interface WorkerWatch {
	/** A worker that was silent for too long or killed; undefined for every other line. */
	take(text: string, at: number): Heard | undefined;
}

/** Between the time-out of a worker and its end. */
const TIMEOUT_MS = 60_000;
/** Between the announcement that a worker or the program ends and the last of its processes. */
const PLANNED_MS = 120_000;
const PIDS_MAX = 64;
const LINE_MAX = 300;

export function createWorkerWatch(): WorkerWatch {
	/** When which process was silent for too long. */
	const silent = new Map<string, number>();
	let plannedUntil = -Infinity;
	return {
		take(text, at) {
			if (!WORDS.test(text)) return undefined;
			const timeout = TIMEOUT.exec(text)?.groups?.['pid'];
			if (timeout !== undefined) {
				const oldest = silent.keys().next().value;
				if (silent.size >= PIDS_MAX && oldest !== undefined) silent.delete(oldest);
				silent.set(timeout, at);
				return heardOf('worker-timeout', 'gunicorn', text);
			}
			if (PLANNED.test(text)) {
				plannedUntil = at + PLANNED_MS;
				return undefined;
			}
			const {old, pid = old, child} = KILLED.exec(text)?.groups ?? {};
			if (pid !== undefined && at - (silent.get(pid) ?? -Infinity) <= TIMEOUT_MS) return undefined;
			if ((pid === undefined && child === undefined) || at < plannedUntil) return undefined;
			return heardOf('worker-killed', pid === undefined ? 'uvicorn' : 'gunicorn', text);
		},
	};
}

function heardOf(kind: Heard['kind'], name: string, text: string): Heard {
	return {kind, name, where: '', line: maskCredentials(text.trim()).slice(0, LINE_MAX), trouble: undefined};
}

/** Of every line, the cheapest test first. */
const WORDS =
	/\(pid:\d|Child process \[|Worker with pid|Maximum request limit|Autorestarting|ignal|SIGTERM|hutting down/;

/** gunicorn: the arbiter misses a sign of life. */
const TIMEOUT = /WORKER TIMEOUT \(pid:(?<pid>\d{1,10})\)/;

/** gunicorn, its earlier wording, and uvicorn's supervisor. SIGTERM and SIGABRT it sends itself. */
const KILLED =
	/Worker \(pid:(?<pid>\d{1,10})\) was sent SIG(?:KILL|SEGV|BUS|ILL)!|Worker with pid (?<old>\d{1,10}) was terminated due to signal (?:9|11)\b|Child process \[(?<child>\d{1,10})\] died/;

/** uvicorn's and gunicorn's limits of requests, and the wish that the program ends. */
const PLANNED =
	/Maximum request limit of \d{1,12} exceeded|Autorestarting worker|Handling signal: (?:term|int|quit|hup)|Received SIG(?:TERM|INT|HUP)|Shutting down/i;
