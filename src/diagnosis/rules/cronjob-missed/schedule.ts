const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A schedule that has no run in so many days is not one to be missed. */
const DAYS_MAX = 800;

/**
 * The longest time between two runs of a cron schedule, as Kubernetes reads it (robfig/cron, standard parser): whatever its time zone
 * is, it must have run within it. Undefined for what is no schedule, or runs less than once in two years.
 * @param from the time from which days are looked at
 */
export function longestGapMs(schedule: string, from: number): number | undefined {
	const text = schedule.trim().replace(/^(?:CRON_)?TZ=\S{1,100}\s{1,10}/, '');
	const every = /^@every (?<amount>\d{1,6})(?<unit>[hms])$/.exec(text)?.groups;
	if (every !== undefined) return Number(every['amount']) * (UNIT_MS[every['unit'] ?? ''] ?? 0);
	const fields = (NICKNAMES[text.toLowerCase()] ?? text).split(/\s+/);
	if (fields.length !== 5) return undefined;
	const [minutes, hours, days, months, weekdays] = fields.map((field, index) => parseField(field, RANGES[index]));
	if (!minutes || !hours || !days || !months || !weekdays) return undefined;
	const isEveryDay = isAny(fields[2]) || isAny(fields[4]);
	const isDay = (date: Date): boolean => {
		const [isDate, isWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
		return months.has(date.getUTCMonth() + 1) && (isEveryDay ? isDate && isWeekday : isDate || isWeekday);
	};
	const times = [...hours].flatMap(hour => [...minutes].map(minute => hour * 60 + minute)).toSorted((a, b) => a - b);
	const [first, last] = [times[0], times.at(-1)];
	if (first === undefined || last === undefined) return undefined;
	const daysBetween = longestDays(isDay, from);
	if (daysBetween === undefined) return undefined;
	const within = times.reduce((gap, time, index) => Math.max(gap, time - (times[index - 1] ?? time)), 0);
	return Math.max(within * MINUTE_MS, daysBetween * DAY_MS - (last - first) * MINUTE_MS);
}

const UNIT_MS: Readonly<Record<string, number>> = {h: 60 * MINUTE_MS, m: MINUTE_MS, s: 1000};

const NICKNAMES: Readonly<Record<string, string>> = {
	'@hourly': '0 * * * *',
	'@daily': '0 0 * * *',
	'@midnight': '0 0 * * *',
	'@weekly': '0 0 * * 0',
	'@monthly': '0 0 1 * *',
	'@yearly': '0 0 1 1 *',
	'@annually': '0 0 1 1 *',
};

interface Range {
	readonly min: number;
	readonly max: number;
	readonly names: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RANGES: readonly Range[] = [
	{min: 0, max: 59, names: []},
	{min: 0, max: 23, names: []},
	{min: 1, max: 31, names: []},
	{min: 1, max: 12, names: ['', ...MONTHS]},
	{min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']},
];

function isAny(field = ''): boolean {
	return field.startsWith('*') || field === '?';
}

/** `*`, `5`, `1-5`, `mon-fri`, each with a step, and lists of these. */
function parseField(field: string, range: Range | undefined): ReadonlySet<number> | undefined {
	if (range === undefined) return undefined;
	const values = new Set<number>();
	for (const part of field.slice(0, 200).split(',')) {
		const [span = '', step = '1', more] = part.split('/');
		const [from = '', to, another] =
			span === '*' || span === '?' ? [String(range.min), String(range.max)] : span.split('-');
		const start = valueOf(from, range);
		// `5/15` goes on to the end.
		const end = to === undefined ? (part.includes('/') ? range.max : start) : valueOf(to, range);
		const by = Number(step);
		if (start === undefined || end === undefined || more !== undefined || another !== undefined) return undefined;
		if (!Number.isInteger(by) || by < 1 || start < range.min || end > range.max || start > end) return undefined;
		for (let value = start; value <= end; value += by) values.add(value);
	}
	return values;
}

function valueOf(text: string, {names}: Range): number | undefined {
	const named = names.indexOf(text.toLowerCase());
	if (named !== -1 && text !== '') return named;
	return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** Between two days with runs; undefined when there are not two. */
function longestDays(isDay: (date: Date) => boolean, from: number): number | undefined {
	let longest: number | undefined;
	let last: number | undefined;
	for (let day = 0; day < DAYS_MAX; day += 1) {
		if (!isDay(new Date(from + day * DAY_MS))) continue;
		if (last !== undefined) longest = Math.max(longest ?? 0, day - last);
		last = day;
	}
	return longest;
}
