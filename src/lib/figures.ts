/**
 * A rate per second in at most four characters while it is below a million: `0`, `0.3`, `12`, `840`, `1.2k`, `41k`, `3M`. What is
 * there and rounds to nothing is `<0.1`; without a number behind it, `–`.
 */
export function formatRate(perSecond: number): string {
	if (!isAmount(perSecond)) return NOTHING;
	if (perSecond > 0 && perSecond < 0.05) return '<0.1';
	if (perSecond >= 999_500) return `${fine(perSecond / 1e6)}M`;
	return perSecond >= 999.5 ? `${fine(perSecond / 1000)}k` : fine(perSecond);
}

/**
 * How long a request took, in at most five characters below an hour: `<1ms`, `12ms`, `840ms`, `1.8s`, `12s`, `2m05s`. `durationMs` is
 * in milliseconds; without a number behind it, `–`.
 */
export function formatDuration(durationMs: number | undefined): string {
	if (durationMs === undefined || !isAmount(durationMs)) return NOTHING;
	if (durationMs < 0.5) return durationMs === 0 ? '0ms' : '<1ms';
	if (durationMs < 999.5) return `${Math.round(durationMs)}ms`;
	if (durationMs < 59_500) return `${fine(durationMs / 1000)}s`;
	const seconds = Math.round(durationMs / 1000);
	const minutes = Math.floor(seconds / 60);
	if (minutes >= 60) return `${Math.floor(minutes / 60)}h${two(minutes % 60)}m`;
	return `${minutes}m${two(seconds % 60)}s`;
}

/** A share from 0 to 1 in percent: `0%`, `0.4%`, `3.1%`, `40%`, `100%`. Only all is 100 and only none is 0. */
export function formatShare(share: number | undefined): string {
	if (share === undefined || !isAmount(share)) return NOTHING;
	const percent = share * 100;
	if (percent === 0) return '0%';
	if (percent < 0.05) return '<0.1%';
	if (percent < 100 && percent >= 99.5) return '>99%';
	return `${fine(percent)}%`;
}

const NOTHING = '–';

function isAmount(value: number): boolean {
	return Number.isFinite(value) && value >= 0;
}

/** One digit after the point below ten, none from there on; `.0` says nothing. */
function fine(value: number): string {
	return value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value));
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
