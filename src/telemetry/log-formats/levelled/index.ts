import {defineLogFormat} from '../../contract.ts';
import {LEVEL_WORDS, levelAtStart} from '../../line/level-at-start.ts';
import {levelOf} from '../../line/levels.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit, fieldsOf} from '../../line/text-format.ts';

/** Whatever has a level at its beginning, or after a time and a word or two: the widest of all, for programs nobody has heard of. */
export default defineLogFormat({
	id: 'levelled',
	title: 'text with a level',
	rank: 99,
	parse(text) {
		if (beginsWithDigit(text) || text.startsWith('[2')) {
			const {level = '', mark = '', message = ''} = WITH_TIME.exec(text)?.groups ?? {};
			const isWord = level === '' || (mark === '' && level !== level.toUpperCase());
			return isWord ? undefined : saidLine(levelOf(level), message);
		}
		const levelled = levelAtStart(text);
		return levelled === undefined ? undefined : saidLine(levelled.level, levelled.rest);
	},
	fields(text) {
		const timed = WITH_TIME.exec(text)?.groups;
		if (timed !== undefined) return fieldsOf(timed);
		const {word, rest} = levelAtStart(text) ?? {};
		return fieldsOf({level: word, message: rest});
	},
});

const TIME =
	'\\[?(?<time>(?:\\d{4}[-/]\\d\\d[-/]\\d\\d[T ])?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?)\\]?';

/** Thread, logger, process: in brackets, or a word. */
const BETWEEN = '(?<between>(?:(?:\\[[^\\]]{0,100}\\]|[^\\s[\\]|]{1,100})[ \\t|][ \\t|:-]{0,8}){0,3}?)';

const WITH_TIME = new RegExp(
	`^${TIME}[ \\t|][ \\t|:-]{0,8}${BETWEEN}[[<(|]?(?<level>${LEVEL_WORDS.toUpperCase()}|${LEVEL_WORDS})\\s{0,5}(?<mark>[\\]>)|:]|(?=\\s|$))[ \\t|:-]{0,8}(?<message>.*)$`,
);
