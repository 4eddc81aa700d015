import type {LogRecord} from '../../model/log.ts';
import {isRule, type Entry} from './entry.ts';

type FoldsOf = (head: LogRecord) => readonly LogRecord[];

/** Lines as a file of text: `2026-11-24T12:04:29.118Z shop/api-x2xkq/app` and the line as it was written, tracebacks whole. */
export function textOf(entries: readonly Entry[], foldsOf: FoldsOf): string {
	const lines: string[] = [];
	for (const entry of entries) {
		if (isRule(entry)) lines.push(`${stampOf(entry.at)} --- ${entry.rule}`);
		else for (const record of [entry, ...foldsOf(entry)]) lines.push(lineOf(record));
	}
	return `${lines.join('\n')}\n`;
}

/** A line as it was written, with those that belong to it. */
export function wholeLine(record: LogRecord, foldsOf: FoldsOf): string {
	return [record, ...foldsOf(record)].map(({text}) => text).join('\n');
}

function lineOf({at, source, text}: LogRecord): string {
	return `${stampOf(at)} ${source.namespace}/${source.pod}/${source.container} ${text}`;
}

/** The furthest day that a Date can tell (ECMA-262 21.4.1.1). */
const TIME_MAX = 8.64e15;

/** ISO 8601 in UTC, with milliseconds; `–` when it is no time. */
export function stampOf(at: number): string {
	return Math.abs(at) <= TIME_MAX ? new Date(at).toISOString() : '–';
}
