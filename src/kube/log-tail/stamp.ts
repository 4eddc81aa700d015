/** A moment to the nanosecond, for which one number is too coarse. */
export interface Stamp {
	/** Since 1970. */
	seconds: number;
	nanos: number;
}

/** The longest: `2026-11-24T12:00:00.123456789+02:00` and a space. */
export const STAMP_BYTES_MAX = 36;

const [ZERO, DASH, COLON, DOT, PLUS, SPACE, T, Z] = [0x30, 0x2d, 0x3a, 0x2e, 0x2b, 0x20, 0x54, 0x5a];

/**
 * Reads the time at the beginning of a line, as the API writes it with `timestamps=true`: RFC 3339 with up to nine decimals, in UTC or the
 * zone of the node, and a space. Gives where the text begins, or -1 when there is no time; then `into` holds nonsense.
 */
export function readStamp(bytes: Buffer, from: number, to: number, into: Stamp): number {
	if (to - from < 20 || bytes[from + 4] !== DASH || bytes[from + 7] !== DASH || bytes[from + 10] !== T) return -1;
	if (bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return -1;
	const year = pair(bytes, from) * 100 + pair(bytes, from + 2);
	const month = pair(bytes, from + 5);
	const day = pair(bytes, from + 8);
	const clock = pair(bytes, from + 11) * 3600 + pair(bytes, from + 14) * 60 + pair(bytes, from + 17);
	// What is no digit has made it NaN.
	if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 0 && clock >= 0)) return -1;
	into.seconds = daysSince1970(year, month, day) * 86_400 + clock;
	const zone = readFraction(bytes, from + 19, to, into);
	return readZone(bytes, zone, to, into);
}

/** Negative when `a` is before `b`. */
export function compareStamps(a: Stamp, b: Stamp): number {
	return a.seconds - b.seconds || a.nanos - b.nanos;
}

/** Milliseconds since 1970, with a fraction. */
export function timeOfStamp({seconds, nanos}: Stamp): number {
	return seconds * 1000 + nanos / 1e6;
}

function readFraction(bytes: Buffer, from: number, to: number, into: Stamp): number {
	into.nanos = 0;
	if (bytes[from] !== DOT) return from;
	let at = from + 1;
	let scale = 1e8;
	for (; at < to && scale >= 1; at++, scale /= 10) {
		const digit = (bytes[at] ?? 0) - ZERO;
		if (digit < 0 || digit > 9) break;
		into.nanos += digit * scale;
	}
	return at;
}

/** Gives where the text begins behind the zone and its space. */
function readZone(bytes: Buffer, from: number, to: number, into: Stamp): number {
	let end = from + 1;
	if (bytes[from] !== Z) {
		const sign = bytes[from] === PLUS ? 1 : -1;
		if (sign < 0 && bytes[from] !== DASH) return -1;
		const offset = pair(bytes, from + 1) * 3600 + pair(bytes, from + 4) * 60;
		if (Number.isNaN(offset) || bytes[from + 3] !== COLON) return -1;
		into.seconds -= sign * offset;
		end = from + 6;
	}
	if (end === to) return end;
	return end < to && bytes[end] === SPACE ? end + 1 : -1;
}

/** Two digits; NaN when they are none. */
function pair(bytes: Buffer, at: number): number {
	const high = (bytes[at] ?? 0) - ZERO;
	const low = (bytes[at + 1] ?? 0) - ZERO;
	return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

/** Howard Hinnant's `days_from_civil`: https://howardhinnant.github.io/date_algorithms.html */
function daysSince1970(year: number, month: number, day: number): number {
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}
