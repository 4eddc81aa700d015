import type {LogRecord} from '../../model/log.ts';
import type {LogFormat} from '../../telemetry/contract.ts';
import {parseDuration} from './duration.ts';
import {LEVEL_WORDS, levelOf, rankOf} from './level.ts';

/** What a line must be like besides its text. */
export type Condition = (record: LogRecord) => boolean;

/** How a line of that format is taken apart; undefined when it is of none. */
export type FormatLookup = (id: string) => LogFormat | undefined;

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=';

/**
 * `level>=warn`, `dur>500ms`, `status>=500`, `pod=x2xkq` or any other field of the line. Undefined when it can be no condition and is
 * a text like others; a sentence when it is one that cannot be understood.
 */
export function conditionOf(
	name: string,
	operator: Operator,
	value: string,
	formatOf: FormatLookup,
): Condition | string | undefined {
	const key = name.toLowerCase();
	if (key === 'level') return levelCondition(operator, value);
	if (DURATIONS.has(key)) {
		const wanted = parseDuration(value);
		if (wanted !== undefined) return record => holds(operator, durationOf(record), wanted);
		return `\`${value}\` is no duration: write it like 500ms or 1.5s`;
	}
	const own = Object.hasOwn(OWN_FIELDS, key) ? OWN_FIELDS[key] : undefined;
	if (operator === '=' || operator === '!=') {
		const isEqual = own === undefined ? fieldEquals(key, value, formatOf) : ownEquals(own, value);
		return operator === '=' ? isEqual : record => !isEqual(record);
	}
	const number = Number(value);
	if (value === '' || !Number.isFinite(number)) return undefined;
	if (own !== undefined) return record => holds(operator, numberOf(own(record)), number);
	return record => holds(operator, numberOf(fieldOf(record, key, formatOf)), number);
}

const DURATIONS: ReadonlySet<string> = new Set(['dur', 'duration', 'took']);

function levelCondition(operator: Operator, value: string): Condition | string {
	const level = levelOf(value);
	if (level === undefined) return `\`${value}\` is no level: ${LEVEL_WORDS}`;
	const rank = rankOf(level);
	return record => holds(operator, record.level === undefined ? undefined : rankOf(record.level), rank);
}

/** What every line has, or every request, whatever its format calls it. A text that is `wanted` in part is enough for a `pod`. */
const OWN_FIELDS: Readonly<Record<string, (record: LogRecord) => string | number | undefined>> = {
	pod: ({source}) => source.pod,
	container: ({source}) => source.container,
	ns: ({source}) => source.namespace,
	rev: ({source}) => source.revision.replace(/^rev /, ''),
	status: ({request}) => (request === undefined || request.status === 0 ? undefined : request.status),
};

function ownEquals(own: (record: LogRecord) => string | number | undefined, value: string): Condition {
	const wanted = value.toLowerCase();
	// `status=5xx`
	const century = /^([1-5])xx$/.exec(wanted)?.[1];
	return record => {
		const is = own(record);
		if (is === undefined) return false;
		if (typeof is === 'number')
			return century === undefined ? String(is) === wanted : Math.floor(is / 100) === Number(century);
		return own === OWN_FIELDS['pod'] ? is.toLowerCase().includes(wanted) : is.toLowerCase() === wanted;
	};
}

/** A field of the line by its name; or, where nobody knows how to take the line apart, the words themselves. */
function fieldEquals(key: string, value: string, formatOf: FormatLookup): Condition {
	const wanted = value.toLowerCase();
	const words = `${key}=${wanted}`;
	const requestField = Object.hasOwn(REQUEST_FIELDS, key) ? REQUEST_FIELDS[key] : undefined;
	return record => {
		if (requestField !== undefined && record.request !== undefined)
			return requestField(record.request).toLowerCase() === wanted;
		// Taking a line apart is dear: what is not in its text is no value of it.
		const text = record.text.toLowerCase();
		if (!text.includes(wanted)) return false;
		return text.includes(words) || fieldOf(record, key, formatOf)?.toLowerCase() === wanted;
	};
}

const REQUEST_FIELDS: Readonly<Record<string, (request: NonNullable<LogRecord['request']>) => string>> = {
	method: ({method}) => method,
	path: ({path}) => path,
	route: ({route}) => route,
};

function fieldOf(record: LogRecord, key: string, formatOf: FormatLookup): string | undefined {
	const fields = formatOf(record.format)?.fields(record.text);
	return fields?.find(([name]) => name.toLowerCase() === key)?.[1];
}

function durationOf({request}: LogRecord): number | undefined {
	return request?.durationMs;
}

function numberOf(value: string | number | undefined): number | undefined {
	if (value === undefined || value === '') return undefined;
	const number = Number(value);
	return Number.isNaN(number) ? undefined : number;
}

/** What is not known is neither more nor less than anything; that it is another, holds. */
function holds(operator: Operator, is: number | undefined, wanted: number): boolean {
	if (is === undefined) return operator === '!=';
	switch (operator) {
		case '=':
			return is === wanted;
		case '!=':
			return is !== wanted;
		case '>':
			return is > wanted;
		case '>=':
			return is >= wanted;
		case '<':
			return is < wanted;
		case '<=':
			return is <= wanted;
	}
}
