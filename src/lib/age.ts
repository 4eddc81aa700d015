/**
 * A duration as kubectl prints it in AGE columns (HumanDuration of k8s.io/apimachinery `pkg/util/duration`): two units while they
 * matter, one beyond: `95s`, `3m20s`, `45m`, `5h12m`, `30h`, `3d4h`, `200d`, `2y40d`. `durationMs` is cut to whole seconds.
 * Below zero, which is a clock that runs ahead of ours, it is `0s`; without a number behind it, `–`.
 */
export function formatAge(durationMs: number): string {
	if (!Number.isFinite(durationMs)) return '–';
	const seconds = Math.max(0, Math.floor(durationMs / 1000));
	if (seconds < 2 * MINUTE) return `${seconds}s`;
	if (seconds < 10 * MINUTE) return pair(seconds, MINUTE, 'm', 1, 's');
	if (seconds < 3 * HOUR) return `${Math.floor(seconds / MINUTE)}m`;
	if (seconds < 8 * HOUR) return pair(seconds, HOUR, 'h', MINUTE, 'm');
	if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)}h`;
	if (seconds < 8 * DAY) return pair(seconds, DAY, 'd', HOUR, 'h');
	if (seconds < 2 * YEAR) return `${Math.floor(seconds / DAY)}d`;
	if (seconds < 8 * YEAR) return pair(seconds, YEAR, 'y', DAY, 'd');
	return `${Math.floor(seconds / YEAR)}y`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** `3m20s`; the smaller part is left out when it is zero. */
function pair(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
	const rest = Math.floor((seconds % large) / small);
	return `${Math.floor(seconds / large)}${largeUnit}${rest === 0 ? '' : `${rest}${smallUnit}`}`;
}
