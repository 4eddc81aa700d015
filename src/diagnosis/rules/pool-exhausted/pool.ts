/** What a line about a pool says of it. */
export interface Pool {
	/** `exhausted`, `closed` */
	readonly words: string;
	/** `pool 5 + overflow 10 = 15 per process, all in use for 30 s`; empty when it tells no numbers. */
	readonly because: readonly string[];
}

/** Reads the numbers out of the messages of SQLAlchemy, psycopg, HikariCP, Tomcat, Prisma and ActiveRecord. */
export function poolOf(line: string): Pool {
	if (/pool is (?:clos|not )/i.test(line)) return {words: 'closed', because: []};
	for (const [pattern, say] of TEXTS) {
		const groups = pattern.exec(line)?.groups;
		if (groups !== undefined) return {words: 'exhausted', because: [say(groups)]};
	}
	return {words: 'exhausted', because: []};
}

type Groups = Readonly<Record<string, string | undefined>>;

const TEXTS: readonly (readonly [RegExp, (groups: Groups) => string])[] = [
	[
		/QueuePool limit of size (?<size>\d{1,6}) overflow (?<overflow>-?\d{1,6}) reached, connection timed out, timeout (?<wait>[\d.]{1,12})/,
		({size, overflow, wait}) => {
			const sum = Number(size) + Math.max(0, Number(overflow));
			return `pool ${Number(size)} + overflow ${Number(overflow)} = ${sum} per process, all in use for ${secondsOf(wait)}`;
		},
	],
	[
		/request timed out after (?<ms>\d{1,9})ms(?: \(total=(?<total>\d{1,6}), active=(?<active>\d{1,6}), idle=\d{1,6}, waiting=(?<waiting>\d{1,6})\))?/,
		({ms, total, active, waiting}) =>
			total === undefined
				? `none came free within ${secondsOf(Number(ms) / 1000)}`
				: `${active ?? ''} of ${total} in use for ${secondsOf(Number(ms) / 1000)}, ${waiting ?? ''} more wait`,
	],
	[
		/connection pool timeout: (?<wait>\d{1,6}), connection limit: (?<limit>\d{1,6})/,
		({wait, limit}) => `all ${limit ?? ''} in use for ${secondsOf(wait)}`,
	],
	[
		/Unable to fetch a connection in (?<wait>\d{1,6}) seconds, none available\[size:(?<limit>\d{1,6})/,
		({wait, limit}) => `all ${limit ?? ''} in use for ${secondsOf(wait)}`,
	],
	[
		/already (?<waiting>\d{1,9}) requests waiting/,
		({waiting}) => `${waiting ?? ''} requests wait for a connection already`,
	],
	[
		/(?:after (?<sec>[\d.]{1,12}) sec|within (?<within>[\d.]{1,12}) seconds)/,
		({sec, within}) => `none came free within ${secondsOf(sec ?? within)}`,
	],
];

function secondsOf(text: string | number | undefined): string {
	return `${Number(text ?? 0)} s`;
}
