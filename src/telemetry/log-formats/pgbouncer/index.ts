import {levelOf} from '../../line/levels.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'pgbouncer',
	title: 'PgBouncer log',
	rank: 74,
	mayBe: text => beginsWithDigit(text) && text.includes('] '),
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [\w+:-]{1,40}) \[(?<pid>\d{1,10})\] (?<level>FATAL|ERROR|WARNING|LOG|DEBUG|NOISE) (?:(?<side>[CS])-(?<pointer>0x[0-9a-f]{1,16}): (?<database>[^/]{1,200})\/(?<user>[^@]{1,200})@(?<peer>\S+) )?(?<message>.*)$/,
	read: ({level = '', message = ''}) => ({level: levelOf(level), message, request: undefined}),
});
