import type {LogRange} from '../../model/log.ts';

/** How far back a log is read, by the keys that k9s has for it. */
const RANGES: readonly LogRange[] = [
	{key: '0', title: 'last 100', sinceMs: undefined, lines: 100},
	{key: '1', title: 'all', sinceMs: undefined, lines: undefined},
	{key: '2', title: '1m', sinceMs: 60_000, lines: undefined},
	{key: '3', title: '5m', sinceMs: 300_000, lines: undefined},
	{key: '4', title: '15m', sinceMs: 900_000, lines: undefined},
	{key: '5', title: '30m', sinceMs: 1_800_000, lines: undefined},
	{key: '6', title: '1h', sinceMs: 3_600_000, lines: undefined},
];

/** Of one container, when a log is opened: what has more is read further back when somebody asks for it. */
const FIRST_LINES_MAX = 5000;

/** How far back a log is read when nothing else is said. */
export const FIRST_RANGE: LogRange = {key: '3', title: '5m', sinceMs: 300_000, lines: FIRST_LINES_MAX};

export function rangeOf(key: string): LogRange | undefined {
	return RANGES.find(range => range.key === key);
}

/** It begins at the beginning, and so is read from there. */
export function isFromStart({sinceMs, lines}: LogRange): boolean {
	return sinceMs === undefined && lines === undefined;
}
