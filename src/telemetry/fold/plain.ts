import type {Group} from './group.ts';
import {beginsTraceback} from './python.ts';

/** Any line that others may go on: indented ones, closing brackets, details of a database's message. */
export function plainGroup(head: string, isTrouble: boolean): Group {
	let pid: string | undefined;
	return {
		take(text) {
			if (text === '') return isTrouble ? 'more' : 'end';
			const code = text.charCodeAt(0);
			if (code === SPACE || code === TAB) return beginsTraceback(text) ? 'end' : 'more';
			if (CLOSING.test(text)) return 'more';
			if (isTrouble && DETAIL.test(text)) return 'more';
			const detail = postgresDetail(text);
			if (detail === undefined) return 'end';
			pid ??= PROCESS.exec(head)?.[1] ?? '';
			return detail === pid ? 'more' : 'end';
		},
	};
}

/** The process that a line with more about an error of Postgres comes from. */
function postgresDetail(text: string): string | undefined {
	return text.includes(':  ') ? POSTGRES.exec(text)?.[1] : undefined;
}

const SPACE = 32;
const TAB = 9;

const CLOSING = /^[}\])]{1,10}[;,]?$/;
const DETAIL =
	/^(?:\[SQL: |\[parameters: |\(Background on this error at: |(?:DETAIL|HINT|CONTEXT|LINE \d{1,9}): |future: <)/;

const PROCESS = /^\d{4}-\d\d-\d\d [\d:.]{8,12} [\w+:-]{1,40} \[(\d{1,10})\]/;
const POSTGRES =
	/^\d{4}-\d\d-\d\d [\d:.]{8,12} [\w+:-]{1,40} \[(\d{1,10})\]:? (?:\S{1,300} )?(?:DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):  /;
