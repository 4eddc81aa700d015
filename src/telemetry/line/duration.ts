/**
 * A duration that names its unit, in milliseconds: Go's (`1m2.5s`, `850µs`), `12 ms`, `0.5 seconds`, ISO 8601 (`PT1.2S`). Undefined
 * when it names none.
 */
export function namedDurationMs(text: string): number | undefined {
	if (text.startsWith('PT')) return isoMs(text);
	if (!GO.test(text)) return undefined;
	let ms = 0;
	for (const [, number = '', unit = ''] of text.matchAll(TOKEN)) ms += Number(number) * (UNITS.get(unit) ?? 0);
	return Math.round(ms * 1e6) / 1e6;
}

/** How many milliseconds a unit has; undefined for what is none: `s`, `secs`, `milliseconds`, `µs`. */
export function msOf(unit: string): number | undefined {
	return UNITS.get(unit);
}

function isoMs(text: string): number | undefined {
	const {h = '0', m = '0', s = '0'} = ISO.exec(text)?.groups ?? {};
	const ms = (Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000;
	return ISO.test(text) ? ms : undefined;
}

const ISO = /^PT(?=\d)(?:(?<h>\d{1,6})H)?(?:(?<m>\d{1,6})M)?(?:(?<s>\d{1,9}(?:\.\d{1,9})?)S)?$/;

/** Two characters look like the micro sign. */
const UNIT = 'ns|us|µs|μs|ms|milliseconds?|s|secs?|seconds?|m|h';
const GO = new RegExp(`^(?:\\d{1,15}(?:\\.\\d{1,15})? ?(?:${UNIT})){1,4}$`);
const TOKEN = new RegExp(`(\\d{1,15}(?:\\.\\d{1,15})?) ?(${UNIT})`, 'g');

const UNITS: ReadonlyMap<string, number> = new Map([
	['ns', 1e-6],
	['us', 1e-3],
	['µs', 1e-3],
	['μs', 1e-3],
	...['ms', 'millisecond', 'milliseconds'].map((unit): [string, number] => [unit, 1]),
	...['s', 'sec', 'secs', 'second', 'seconds'].map((unit): [string, number] => [unit, 1000]),
	['m', 60_000],
	['h', 3_600_000],
]);
