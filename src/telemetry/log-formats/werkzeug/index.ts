import {accessLine, requestOf} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'werkzeug',
	title: 'Flask development server',
	rank: 54,
	mayBe: text => text.includes('] "'),
	pattern:
		/^(?:INFO:werkzeug:)?(?<client>\S+) - - \[(?<time>\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] "(?<request>[^"]*)" (?<status>\d{3}) -$/,
	read: ({request = '', status}) => accessLine({...requestOf(request), status: Number(status)}),
	timing: {
		because: "Flask's development server notes no duration",
		fix: [
			'serve it with gunicorn: --access-logfile - --access-logformat \'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s\'',
		],
	},
});
