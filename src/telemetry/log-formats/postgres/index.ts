import {levelOf} from '../../line/levels.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'postgres',
	title: 'Postgres server log',
	rank: 73,
	mayBe: text => beginsWithDigit(text) && text.includes('] '),
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [\w+:-]{1,40}) \[(?<pid>\d{1,10})\]:?(?: (?<session>\S{1,300}))? (?<level>DEBUG\d?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION):\s{1,4}(?<message>.*)$/,
	read: ({level = '', message = ''}) => ({
		level: level === 'STATEMENT' ? undefined : levelOf(level),
		message,
		request: undefined,
	}),
});
