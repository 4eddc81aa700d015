import {CLF, clfRequest} from '../../line/clf.ts';
import {accessLine} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'hypercorn-access',
	title: 'hypercorn access log',
	rank: 20,
	mayBe: text => text.startsWith('[2') && text.includes('] "'),
	pattern:
		/^\[(?<written>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4})\] \[(?<pid>\d{1,10})\] \[(?<level>[A-Z]{4,8})\] (?<line>.*)$/,
	read: ({line = ''}) => {
		const groups = CLF.exec(line)?.groups;
		return groups === undefined ? undefined : accessLine(clfRequest(groups));
	},
	timing: {
		because: "hypercorn's access log carries no duration",
		fix: ['start it with --access-logformat \'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s\''],
	},
});
