import {levelOf} from '../../line/levels.ts';
import {saidLine} from '../../line/said.ts';
import {textFormat} from '../../line/text-format.ts';

const COMMA = 44;

export default textFormat({
	id: 'ruby-logger',
	title: 'Ruby logger',
	rank: 82,
	mayBe: text => text.charCodeAt(1) === COMMA && text.includes(' -- '),
	pattern:
		/^[DIWEFA], \[(?<time>[^\]#]{1,40}) #(?<pid>\d{1,10})\]\s{1,4}(?<level>DEBUG|INFO|WARN|ERROR|FATAL|ANY) -- (?<program>[^:]{0,80}): (?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
});
