import type {LoggedRequest} from '../../model/request.ts';
import {requestOf, secondsMs} from './request.ts';
import {namedDurationMs} from './duration.ts';
import type {Groups} from './text-format.ts';

/** Whether it may be a line of the common log format or one that grew out of it. */
export function mayBeClf(text: string): boolean {
	return text.includes('] "');
}

/**
 * The common log format with nginx's and Apache's `combined` and whatever the operator added: `client ident user [time] "request"
 * status bytes "referer" "agent" extra`. gunicorn, hypercorn, Tomcat and morgan write it too.
 */
export const CLF =
	/^(?<client>\S+) (?<ident>\S+) (?<user>.{1,200}?) \[(?<time>\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) (?<bytes>\d+|-)(?: "(?<referer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)")?(?: (?<extra>.*))?$/;

/** The request of such a line. */
export function clfRequest({request = '', status, agent, extra = ''}: Groups): Partial<LoggedRequest> {
	return {
		...requestOf(request),
		status: Number(status),
		agent: agent ?? '',
		...(extra === '' ? {} : readExtra(extra)),
	};
}

/**
 * What an operator appended: seconds with their decimals (nginx's `$request_time`, gunicorn's `%(L)s`), alone, quoted or named, or a
 * number with its unit; and a request id. A bare whole number stays unread: it may be milliseconds, microseconds or bytes.
 */
function readExtra(extra: string): Partial<LoggedRequest> {
	const words = extra.split(' ', WORDS_MAX).map(word => word.replaceAll('"', ''));
	const seconds = words.map(word => SECONDS.exec(word)?.[1]).find(found => found !== undefined);
	const named = words.map(namedDurationMs).find(found => found !== undefined);
	return {
		durationMs: seconds === undefined ? named : secondsMs(seconds),
		id: words.find(word => ID.test(word)) ?? '',
	};
}

const WORDS_MAX = 30;

/** `0.012`, `rt=0.012`, `request_time:0.012` */
const SECONDS = /^(?:(?:rt|request_time|duration|time)[=:])?(\d{1,9}\.\d{3,6})$/;
const ID = /^(?:[\da-f]{32}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/;
