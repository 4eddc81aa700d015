import type {Level} from '../../model/log.ts';

/** The level that a program's own word for it means, in any case, with slog's `ERROR+2`; undefined for other words. */
export function levelOf(word: string): Level | undefined {
	return LEVELS.get(word) ?? LEVELS.get(word.toLowerCase().replace(/(?:[+-]\d{1,3}|\d)$/, ''));
}

/** Of pino and bunyan: 30 is `info`. */
export function levelOfPino(number: number): Level {
	return ORDER[Math.min(5, Math.max(0, Math.floor(number / 10) - 1))] ?? 'info';
}

/** Of Python's logging and loguru: 30 is a warning. */
export function levelOfPython(number: number): Level {
	return ORDER[Math.min(5, Math.max(0, Math.floor(number / 10)))] ?? 'info';
}

/** Of OpenTelemetry, 1 to 24: four numbers each. */
export function levelOfSeverityNumber(number: number): Level {
	return ORDER[Math.min(5, Math.max(0, Math.ceil(number / 4) - 1))] ?? 'info';
}

/** Of syslog, 0 to 7: the least is the worst. */
export function levelOfSyslog(number: number): Level {
	return (
		(['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'] as const)[Math.floor(number)] ?? 'info'
	);
}

/** A server error is an error, a client's a warning. 0, 499 and nginx's `000` are clients that went away. */
export function levelOfStatus(status: number): Level {
	if (status >= 500) return 'error';
	return status >= 400 ? 'warn' : 'info';
}

/** The worse of both. */
export function worse(one: Level | undefined, other: Level): Level {
	return one !== undefined && ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;
}

const ORDER: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

const SPELLINGS: readonly (readonly [Level, string])[] = [
	['trace', 'trace noise finest verbose'],
	['debug', 'debug finer fine config'],
	['info', 'info information informational log success notice statement'],
	['warn', 'warn warning'],
	['error', 'error err severe dpanic'],
	['fatal', 'fatal critical crit panic alert emerg emergency'],
];

const LEVELS: ReadonlyMap<string, Level> = new Map(
	SPELLINGS.flatMap(([level, words]) =>
		words.split(' ').flatMap((word): [string, Level][] => [
			[word, level],
			[word.toUpperCase(), level],
		]),
	),
);
