import type {ParsedLine} from '../../contract.ts';
import {defineLogFormat} from '../../contract.ts';
import {requestOfRoles} from '../../json/request.ts';
import {rolesOfPairs} from '../../json/roles.ts';
import {levelOf, levelOfStatus, worse} from '../../line/levels.ts';
import {firstPairAt, pairsOf} from '../../line/pairs.ts';
import {aRequest} from '../../line/request.ts';
import {saidLine} from '../../line/said.ts';
import {beginsWithDigit} from '../../line/text-format.ts';

/** structlog's console renderer: `time [level    ] event` and pairs, after two spaces or, behind a long event, after one. */
export default defineLogFormat({
	id: 'structlog',
	title: 'structlog console',
	rank: 79,
	parse(text): ParsedLine | undefined {
		if (!beginsWithDigit(text) || !text.includes(' [')) return undefined;
		const {level: word = '', rest = ''} = LINE.exec(text)?.groups ?? {};
		if (word === '') return undefined;
		const at = firstPairAt(rest);
		const level = levelOf(word);
		const message = (at === -1 ? rest : rest.slice(0, at)).trimEnd();
		const said = at === -1 ? undefined : requestOfRoles(rolesOfPairs(pairsOf(rest.slice(at))));
		if (said === undefined) return {...saidLine(level, message)};
		const request = aRequest(said);
		return {level: worse(level, levelOfStatus(request.status)), message, request};
	},
	fields(text) {
		const {time = '', level = '', rest = ''} = LINE.exec(text)?.groups ?? {};
		const at = firstPairAt(rest);
		const event = (at === -1 ? rest : rest.slice(0, at)).trimEnd();
		return [['time', time], ['level', level], ['event', event], ...(at === -1 ? [] : pairsOf(rest.slice(at)))];
	},
});

const LINE =
	/^(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d[:.\d]{0,12}(?:Z|[+-]\d\d:?\d\d)?) \[(?<level>debug|info|warning|warn|error|critical|exception|notset)\s{0,12}\] (?<rest>.*)$/;
