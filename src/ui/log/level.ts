import type {Level} from '../../model/log.ts';

/** The least first. */
const LEVELS: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** Words that programs and people use for the same. */
const SYNONYMS: ReadonlyMap<string, Level> = new Map([
	['warning', 'warn'],
	['err', 'error'],
	['critical', 'fatal'],
	['crit', 'fatal'],
	['panic', 'fatal'],
	['notice', 'info'],
	['information', 'info'],
]);

/** A level by its name, in capitals or not; undefined when it is none. */
export function levelOf(word: string): Level | undefined {
	const lower = word.toLowerCase();
	return LEVELS.find(level => level === lower) ?? SYNONYMS.get(lower);
}

/** How bad it is, from 0. */
export function rankOf(level: Level): number {
	return LEVELS.indexOf(level);
}

export const LEVEL_WORDS = LEVELS.join(', ');
