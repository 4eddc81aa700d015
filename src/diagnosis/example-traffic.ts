import {NOON} from './example.ts';

/** When lines were written, in seconds before noon, and how many. */
export interface Spread {
	readonly count: number;
	/** The first; the last is at `to`. 60 and 1 when missing. */
	readonly from?: number;
	readonly to?: number;
}

/** The log of a container as the API sends it: the lines in the order of their times. */
export function aLog(...parts: readonly (readonly string[])[]): string {
	return parts
		.flat()
		.toSorted((a, b) => (a.slice(0, TIME_CHARS) < b.slice(0, TIME_CHARS) ? -1 : 1))
		.join('\n');
}

const TIME_CHARS = '2026-11-24T12:00:00.000000000Z'.length;

/** Requests `GET /items/1` in the access log of Gin, which tells how long each took. */
export function timed(route: string, ms: number, spread: Spread, status = 200): readonly string[] {
	const [method = '', path = ''] = route.split(' ');
	return spreadOut(spread, `[GIN] 2026/11/24 - 12:00:00 | ${status} | ${ms}ms | 10.0.0.9 | ${method} "${path}"`);
}

/** The same in the access log of uvicorn, which does not tell it. */
export function untimed(route: string, spread: Spread, status = 200): readonly string[] {
	return spreadOut(
		spread,
		`INFO:     10.0.0.9:41234 - "${route} HTTP/1.1" ${status} ${status === 200 ? 'OK' : 'Error'}`,
	);
}

/** A line of any logger, so many times. */
export function said(text: string, spread: Spread): readonly string[] {
	return spreadOut(spread, text);
}

/** An exception with its traceback, as uvicorn prints it, so many times. */
export function raised(headline: string, spread: Spread, where = {line: 31, function: 'checkout'}): readonly string[] {
	return [
		'ERROR:    Exception in ASGI application',
		'Traceback (most recent call last):',
		'  File "/usr/lib/python3/site-packages/starlette/routing.py", line 73, in app',
		`  File "/app/main.py", line ${where.line}, in ${where.function}`,
		'    return totals[key]',
		headline,
	].flatMap((line, index) => spreadOut(spread, line, index));
}

function spreadOut({count, from = 60, to = 1}: Spread, text: string, laterMs = 0): readonly string[] {
	const step = count < 2 ? 0 : (from - to) / (count - 1);
	return Array.from({length: count}, (_, index) => {
		const at = Date.parse(NOON) - (from - index * step) * 1000 + laterMs;
		return `${new Date(at).toISOString().replace('Z', '000000Z')} ${text}`;
	});
}
