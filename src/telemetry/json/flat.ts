import {withoutControls} from '../line/clean.ts';
import {type Fields, isFields} from './parse.ts';

/** As many are shown of one record. */
const FIELDS_MAX = 300;
/** What is deeper is shown as JSON. */
const DEPTH_MAX = 6;

/** Every value of a record with its dotted name, in the order of the record. Values keep their line breaks. */
export function flatFields(record: Fields): (readonly [name: string, value: string])[] {
	const flat: (readonly [string, string])[] = [];
	collect(record, '', 0, flat);
	return flat;
}

function collect(fields: Fields, prefix: string, depth: number, flat: (readonly [string, string])[]): void {
	for (const [key, value] of Object.entries(fields)) {
		if (flat.length >= FIELDS_MAX) return;
		const name = withoutControls(prefix + key);
		if (isFields(value) && depth < DEPTH_MAX) collect(value, `${prefix}${key}.`, depth + 1, flat);
		else flat.push([name, withoutControls(typeof value === 'string' ? value : asJson(value))]);
	}
}

/** It is written by recursion, which ends before a hostile nesting does. */
function asJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return '…';
	}
}
