import {levelOf} from '../../line/levels.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'spring-boot',
	title: 'Spring Boot console',
	rank: 70,
	mayBe: text => beginsWithDigit(text) && text.includes(' --- '),
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)?)\s{1,10}(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|OFF) (?<pid>\d{1,10}) --- (?:\[(?<app>[^\]]{0,200})\] ?)?\[(?<thread>[^\]]{0,200})\] ?(?:\[(?<correlation>[^\]]{0,200})\] ?)?(?<logger>\S{1,200})\s{0,100}: (?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
});
