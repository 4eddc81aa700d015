import {accessLine, requestOf} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'django-runserver',
	title: 'Django development server',
	rank: 53,
	mayBe: text => text.startsWith('[') && text.includes('] "'),
	pattern:
		/^\[(?<time>\d\d\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d)\] "(?<request>[^"]*)" (?<status>\d{3}) (?<bytes>\d+|-)$/,
	read: ({request = '', status}) => accessLine({...requestOf(request), status: Number(status)}),
	timing: {
		because: "Django's development server notes no duration",
		fix: [
			'serve it with gunicorn: --access-logfile - --access-logformat \'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s\'',
		],
	},
});
