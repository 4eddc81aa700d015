import type {LoggedRequest} from '../../model/request.ts';
import {msOf} from './duration.ts';
import {secondsMs} from './request.ts';

/** `SLOW REQUEST: http://api/items?q=1 took 1.23s`, as middleware that a known article on FastAPI shows prints it. */
export const SLOW_REQUEST = /SLOW REQUEST: (?<url>\S+) took (?<duration>\d{1,12}(?:\.\d{1,9})?)s\b/;

/** The request of such a line. */
export function slowRequest(url: string | undefined, duration: string | undefined): Partial<LoggedRequest> {
	return {path: url ?? '', durationMs: secondsMs(duration), slowOnly: true};
}

/**
 * A text of somebody's own making that says how long something took: a heuristic. `request` is there when it names a path of this
 * server; which requests are written like that nobody knows, so it counts as one of the slow ones.
 */
export function slowText(text: string): SlowText | undefined {
	const start = text.length > TEXT_MAX ? text.slice(0, TEXT_MAX) : text;
	const {duration, unit = ''} = TOOK.exec(start)?.groups ?? {};
	if (duration === undefined || WAITS.test(start)) return undefined;
	const {method = '', path, named} = WHERE.exec(start)?.groups ?? {};
	const durationMs = Math.round(Number(duration) * (msOf(unit) ?? 0) * 1e6) / 1e6;
	const found = path ?? named;
	return {durationMs, request: found === undefined ? undefined : {method, path: found, durationMs, slowOnly: true}};
}

export interface SlowText {
	readonly durationMs: number;
	readonly request: Partial<LoggedRequest> | undefined;
}

/** Without a path, only what calls itself slow is such a text. */
export const SLOW_WORD = /\bslow\b/i;

/** What tells of a duration says so at its beginning. */
const TEXT_MAX = 1000;

const TOOK =
	/\b(?:took|in|detected|duration|elapsed|latency|(?:response|process|request)[_ ]?time)\b\s{0,4}[:=]?\s{0,4}(?<duration>\d{1,12}(?:\.\d{1,9})?)\s?(?<unit>ns|us|µs|μs|ms|milliseconds?|s|secs?|seconds?)\b/;

/** It tells how long it will wait, or how long a start took. */
const WAITS = /\b(?:retry|retrying|reconnect\w*|sleep\w*|wait\w*|expire\w*|startup|shutdown)\b/i;

const WHERE =
	/\b(?<method>GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?<path>\/\S*)|\b(?:path|url|uri)[=:] ?"?(?<named>\/[^\s"]*)/;
