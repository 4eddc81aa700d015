import {levelOf} from '../../line/levels.ts';
import {saidLine} from '../../line/said.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'gunicorn',
	title: 'gunicorn or hypercorn log',
	rank: 21,
	mayBe: text => text.startsWith('[2'),
	pattern:
		/^\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4})\] \[(?<pid>\d{1,10})\] \[(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\] (?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
});
