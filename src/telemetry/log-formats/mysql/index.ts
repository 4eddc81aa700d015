import {levelOf} from '../../line/levels.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'mysql',
	title: 'MySQL server log',
	rank: 75,
	mayBe: text => beginsWithDigit(text) && text.includes(' ['),
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{6}Z)?) (?<thread>\d{1,12}) \[(?<level>System|Note|Warning|ERROR)\] (?:\[(?<code>MY-\d{6})\] \[(?<subsystem>\w{1,40})\] )?(?<message>.*)$/,
	read: ({level = '', message = ''}) => ({level: levelOf(level) ?? 'info', message, request: undefined}),
});
