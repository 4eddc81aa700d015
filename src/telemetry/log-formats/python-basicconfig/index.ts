import {levelOf} from '../../line/levels.ts';
import {UVICORN_TIMING} from '../../line/uvicorn.ts';
import {saidLine} from '../../line/said.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'python-basicconfig',
	title: 'Python logging',
	rank: 84,
	mayBe: text => {
		const code = text.charCodeAt(0);
		return code >= 67 && code <= 87 && text.includes(':');
	},
	pattern: /^(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL):(?<logger>[^:\s]{1,200}):(?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
	timing: UVICORN_TIMING,
});
