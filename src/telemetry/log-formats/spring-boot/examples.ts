import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01T12:00:00.000+00:00  INFO 1 --- [app] [main] o.s.b.w.e.tomcat.TomcatWebServer : Tomcat started on port 8080',
			level: 'info',
			message: 'Tomcat started on port 8080',
			fields: {app: 'app', thread: 'main', logger: 'o.s.b.w.e.tomcat.TomcatWebServer'},
		},
		{
			text: '2026-03-01T12:00:00.000Z ERROR 1 --- [nio-8080-exec-1] c.z.h.p.HikariPool   : boom',
			level: 'error',
			message: 'boom',
			fields: {thread: 'nio-8080-exec-1'},
		},
	],
	others: ['2026-03-01T12:00:00.000Z ERROR --- boom', '2026-03-01T12:00:00Z INFO --- [x]'],
} satisfies LogFormatExamples;
