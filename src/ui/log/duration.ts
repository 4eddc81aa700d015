/** How long a request took, in at most six cells: `182ms`, `1.23s`, `30.0s`, `2m05s`, `0.4ms`. */
export function formatDuration(durationMs: number): string {
	if (!Number.isFinite(durationMs) || durationMs < 0) return '–';
	if (durationMs < 10) return `${Number(durationMs.toFixed(1))}ms`;
	if (durationMs < 999.5) return `${Math.round(durationMs)}ms`;
	const seconds = durationMs / 1000;
	if (seconds < 9.995) return `${seconds.toFixed(2)}s`;
	if (seconds < 59.95) return `${seconds.toFixed(1)}s`;
	const whole = Math.round(seconds);
	if (whole < 6000) return `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
	return `${Math.floor(whole / 3600)}h`;
}

const UNITS_MS: ReadonlyMap<string, number> = new Map([
	['us', 0.001],
	['µs', 0.001],
	['ms', 1],
	['', 1],
	['s', 1000],
	['m', 60_000],
	['h', 3_600_000],
]);

/** `500ms`, `1s`, `1.5s`, `2m`; a bare number is milliseconds. Undefined when it is no duration. */
export function parseDuration(text: string): number | undefined {
	const [, number, unit] = /^(\d{1,9}(?:\.\d{1,6})?)(us|µs|ms|s|m|h|)$/.exec(text) ?? [];
	const unitMs = unit === undefined ? undefined : UNITS_MS.get(unit);
	return number === undefined || unitMs === undefined ? undefined : Number(number) * unitMs;
}
