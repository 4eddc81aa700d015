import {levelOf} from '../../line/levels.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'nginx-error',
	title: 'nginx error log',
	rank: 77,
	mayBe: text => beginsWithDigit(text) && text.includes(' ['),
	pattern:
		/^(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) \[(?<level>debug|info|notice|warn|error|crit|alert|emerg)\] (?<pid>\d{1,10})#\d{1,10}: (?:\*(?<connection>\d{1,20}) )?(?<message>.*)$/,
	read: ({level = '', message = ''}) => ({level: levelOf(level), message, request: undefined}),
});
