const DAY_MS = 86_400_000;

/**
 * `12:01:10`, and with milliseconds `12:04:29.118`: the time of day at `at` (milliseconds since 1970) where the clocks are
 * `offsetMs` ahead of UTC. What is no time at all is `–`.
 */
export function formatClock(at: number, offsetMs: number, precision: 'seconds' | 'milliseconds' = 'seconds'): string {
	if (!Number.isFinite(at + offsetMs)) return '–';
	// Hours are counted from midnight, before 1970 too.
	const ofDay = ((Math.floor(at + offsetMs) % DAY_MS) + DAY_MS) % DAY_MS;
	const [hours, minutes, seconds] = [
		Math.floor(ofDay / 3_600_000),
		Math.floor(ofDay / 60_000) % 60,
		Math.floor(ofDay / 1000) % 60,
	];
	const clock = [hours, minutes, seconds].map(part => String(part).padStart(2, '0')).join(':');
	return precision === 'seconds' ? clock : `${clock}.${String(ofDay % 1000).padStart(3, '0')}`;
}
