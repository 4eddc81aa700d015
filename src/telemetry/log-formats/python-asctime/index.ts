import {levelOf} from '../../line/levels.ts';
import {UVICORN_TIMING} from '../../line/uvicorn.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit, textFormat} from '../../line/text-format.ts';

const COMMA = 44;

/** Logger, file and the ids of OpenTelemetry in brackets; then a dash or a colon. */
const BETWEEN = /^\]?(?:\s{0,4}\[[^\]]{0,300}\]){0,4}\s{0,8}(?:[-:|]\s{1,4})?/;

export default textFormat({
	id: 'python-asctime',
	title: 'Python logging with time',
	rank: 72,
	mayBe: text => beginsWithDigit(text) && text.charCodeAt(19) === COMMA,
	pattern:
		/^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3})\b(?<before>.{0,200}?)\b(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\b(?<rest>.*)$/,
	read: ({level = '', rest = ''}) => saidLine(levelOf(level), rest.replace(BETWEEN, '')),
	timing: UVICORN_TIMING,
});
