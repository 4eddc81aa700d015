import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'WARNING:app.db:pool nearly full',
			level: 'warn',
			message: 'pool nearly full',
			fields: {logger: 'app.db'},
		},
		{
			text: 'WARNING:app:GET /items/3 took 1.02s',
			level: 'warn',
			message: 'GET /items/3 took 1.02s',
			request: {method: 'GET', path: '/items/3', durationMs: 1020, slowOnly: true},
		},
	],
	others: [
		'WARNING:  Exceeded concurrency limit.',
		'INFO:werkzeug:127.0.0.1 - - [01/Mar/2026 12:00:00] "GET /a HTTP/1.1" 200 -',
		'WARN:app:x',
	],
} satisfies LogFormatExamples;
