import {parseFields} from '../../json/parse.ts';
import {requestOfRoles} from '../../json/request.ts';
import {rolesOf} from '../../json/roles.ts';
import {flatFields} from '../../json/flat.ts';
import {defineLogFormat} from '../../contract.ts';
import {levelOf, levelOfStatus, worse} from '../../line/levels.ts';
import {aRequest} from '../../line/request.ts';

/** zap's console encoder: time, level, caller, message and a JSON object, with tabs between them. */
export default defineLogFormat({
	id: 'zap-console',
	title: 'zap console',
	rank: 78,
	parse(text) {
		const parts = read(text);
		if (parts === undefined) return undefined;
		const level = levelOf(parts.level);
		const said = parts.fields === undefined ? undefined : requestOfRoles(rolesOf({...parts.fields, ts: 0}));
		if (said === undefined) return {level, message: parts.message, request: undefined};
		const request = aRequest(said);
		return {level: worse(level, levelOfStatus(request.status)), message: parts.message, request};
	},
	fields(text) {
		const {time = '', level = '', caller = '', message = '', fields = {}} = read(text) ?? {};
		const own = {time, level, caller, message};
		return [...Object.entries(own).filter(([, value]) => value !== ''), ...flatFields(fields)];
	},
});

function read(text: string) {
	const tab = text.indexOf('\t');
	if (tab === -1 || tab > 40) return undefined;
	const {time = '', level = '', rest = ''} = LINE.exec(text)?.groups ?? {};
	if (level === '') return undefined;
	const parts = rest.split('\t');
	const fields = parseFields(parts.at(-1) ?? '');
	const said = fields === undefined ? parts : parts.slice(0, -1);
	const callerAt = said.findIndex(part => CALLER.test(part));
	return {time, level, caller: said[callerAt] ?? '', message: said.slice(callerAt + 1).join(' '), fields};
}

const LINE =
	/^(?<time>\d[\dT:.+Ze-]{9,39})\t(?<level>DEBUG|INFO|WARN|ERROR|DPANIC|PANIC|FATAL|debug|info|warn|error|dpanic|panic|fatal)\t(?<rest>.*)$/;
const CALLER = /^[\w./@-]{1,300}\.go:\d{1,9}$/;
