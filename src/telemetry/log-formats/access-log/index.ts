import {CLF, clfRequest, mayBeClf} from '../../line/clf.ts';
import {accessLine} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'access-log',
	title: 'common access log',
	rank: 42,
	mayBe: mayBeClf,
	pattern: CLF,
	read: groups => accessLine(clfRequest(groups)),
	timing: {
		because: 'the common and combined log formats carry no duration, or one without a unit',
		fix: [
			'nginx: log_format timed \'$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" $request_time\';',
			'nginx: access_log /dev/stdout timed;',
			'gunicorn: --access-logformat \'%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s\'',
			'Apache: LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-agent}i\\" %{ms}Tms" timed',
			'Apache: CustomLog /dev/stdout timed',
			'Tomcat: pattern=\'%h %l %u %t "%r" %s %b "%{Referer}i" "%{User-Agent}i" %{ms}Tms\'',
			'Express: morgan(\':remote-addr - :remote-user [:date[clf]] ":method :url HTTP/:http-version" :status :res[content-length] ":referrer" ":user-agent" :response-time[3]ms\')',
		],
	},
});
