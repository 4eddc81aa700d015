import {defineLogFormat} from '../../contract.ts';
import {CLF, clfRequest} from '../../line/clf.ts';
import {accessLine} from '../../line/request.ts';
import {fieldsOf} from '../../line/text-format.ts';

/** A line of the common log format as the message of hypercorn's own logger. */
export default defineLogFormat({
	id: 'hypercorn-access',
	title: 'hypercorn access log',
	rank: 20,
	parse(text) {
		if (!text.startsWith('[2') || !text.includes('] "')) return undefined;
		const groups = CLF.exec(PREFIX.exec(text)?.groups?.['line'] ?? '')?.groups;
		return groups === undefined ? undefined : accessLine(clfRequest(groups));
	},
	fields(text) {
		const {pid, line = ''} = PREFIX.exec(text)?.groups ?? {};
		return fieldsOf({pid, ...CLF.exec(line)?.groups});
	},
	timing: {
		because: "hypercorn's access log carries no duration",
		fix: [`start it with --access-logformat '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s'`],
	},
});

const PREFIX = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}\] \[(?<pid>\d{1,10})\] \[[A-Z]{4,8}\] (?<line>.*)$/;
