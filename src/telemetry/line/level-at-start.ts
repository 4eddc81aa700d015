import type {Level} from '../../model/log.ts';
import {levelOf} from './levels.ts';

/** A level at the beginning of a text, and what stands after it. */
export interface Levelled {
	readonly word: string;
	readonly level: Level | undefined;
	readonly rest: string;
}

/**
 * `[INFO] x`, `<warn> x`, `INFO x`, `error: x`. A word in small letters needs brackets or a colon: a sentence may begin with one.
 */
export function levelAtStart(text: string): Levelled | undefined {
	const {open = '', word = '', close = '', colon = '', rest = ''} = START.exec(text)?.groups ?? {};
	if (word === '' || (open !== '') !== (close !== '')) return undefined;
	if (open === '' && colon === '' && word !== word.toUpperCase()) return undefined;
	return {word, level: levelOf(word), rest};
}

/** The words that programs use, in any case. */
export const LEVEL_WORDS =
	'trace|debug|verbose|info|notice|warn|warning|error|err|severe|critical|crit|fatal|panic|alert|emerg';

const START = new RegExp(
	`^(?<open>[[<(|]?)(?<word>${LEVEL_WORDS})\\s{0,5}(?<close>[\\]>)|]?)(?<colon>:?)(?:\\s{1,10}(?:- )?(?<rest>.*))?$`,
	'i',
);
