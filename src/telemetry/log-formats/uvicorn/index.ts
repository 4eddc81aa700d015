import {levelOf} from '../../line/levels.ts';
import {saidLine} from '../../line/said.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'uvicorn',
	title: 'uvicorn log',
	rank: 31,
	mayBe: text => {
		const code = text.charCodeAt(0);
		return code >= 65 && code <= 87 && text.includes(': ');
	},
	pattern: /^(?<level>TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL):\s{1,10}(?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
});
