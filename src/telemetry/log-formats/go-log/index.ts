import {levelAtStart} from '../../line/level-at-start.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

const SLASH = 47;

export default textFormat({
	id: 'go-log',
	title: 'Go log',
	rank: 80,
	mayBe: text => beginsWithDigit(text) && text.charCodeAt(4) === SLASH,
	pattern:
		/^(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) (?:(?<source>[\w./-]{1,200}\.go:\d{1,9}): )?(?<message>.*)$/,
	read: ({message = ''}) => {
		const levelled = levelAtStart(message);
		return saidLine(levelled?.level, levelled?.rest ?? message);
	},
});
