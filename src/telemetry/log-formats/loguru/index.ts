import {levelOf} from '../../line/levels.ts';
import {UVICORN_TIMING} from '../../line/uvicorn.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'loguru',
	title: 'loguru',
	rank: 71,
	mayBe: text => beginsWithDigit(text) && text.includes(' | '),
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6}(?: ?[+-]\d\d:\d\d)?) \| (?<level>[A-Z]{1,20})\s{0,20}\| (?<logger>[^:\s]{1,300}):(?<function>[^\s]{1,300}):(?<line>\d{1,9}) - (?<message>.*)$/,
	read: ({level = '', message = ''}) => saidLine(levelOf(level), message),
	timing: UVICORN_TIMING,
});
