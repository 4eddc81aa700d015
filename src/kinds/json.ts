/**
 * Reading JSON that may be anything. The types say what the API promises; a broken proxy or a hostile server keeps no promises,
 * and no object may take the screen down. So every value that goes into a row passes through one of these.
 */
import type {Labels} from '../model/row.ts';
import {timeOf} from '../model/wire.ts';

/** The longest name that the API permits has 253 characters; 1,024 are enough for the text of a condition. */
const TEXT_CHARS_MAX = 1024;

/** An EndpointSlice may hold 1,000 endpoints, the longest list of the API that we keep. */
const ITEMS_MAX = 1000;

/** `value` when its fields can be read, else an object without any. */
export function fieldsOf<Fields extends object>(value: Fields): Partial<Fields> {
	return isFields(value) ? value : {};
}

/** The text, cut with an ellipsis beyond `charsMax`; empty for what is none. */
export function textOf(value: unknown, charsMax = TEXT_CHARS_MAX): string {
	if (typeof value !== 'string') return '';
	if (value.length <= charsMax) return value;
	// Through a buffer, since a slice would keep the whole text alive, and might end in half a character.
	return `${Buffer.from(value.slice(0, charsMax - 1)).toString()}…`;
}

/** The number, also when it came as text; undefined for what is none. */
export function numberOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A number or a share, as written: `1`, `25%`; empty for what is none. */
export function amountText(value: unknown): string {
	return typeof value === 'number' ? String(value) : textOf(value);
}

/** Milliseconds since 1970; undefined for what is no time. */
export function timeAt(value: unknown): number | undefined {
	return typeof value === 'string' ? timeOf(value) : undefined;
}

/** The items whose fields can be read. */
export function listOf<Item extends object>(value: readonly Item[] | undefined): readonly Item[] {
	if (!Array.isArray(value)) return [];
	const items: readonly Item[] = value;
	if (items.length <= ITEMS_MAX && items.every(isFields)) return items;
	return items.slice(0, ITEMS_MAX).filter(item => isFields(item));
}

/** The items that are texts. */
export function textsOf(value: unknown): readonly string[] {
	if (!Array.isArray(value)) return [];
	return value.slice(0, ITEMS_MAX).flatMap(item => (typeof item === 'string' ? [textOf(item)] : []));
}

/** Labels and their like: the entries that are texts. A key named `__proto__` is an entry like any other. */
export function mapOf(value: unknown): Labels {
	if (!isFields(value)) return {};
	return Object.fromEntries(
		Object.entries(value)
			.slice(0, ITEMS_MAX)
			.flatMap(([key, text]) => (typeof text === 'string' ? [[textOf(key), textOf(text)]] : [])),
	);
}

function isFields(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
