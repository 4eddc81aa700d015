import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01 12:00:00.123 | ERROR    | app.db:connect:42 - boom',
			level: 'error',
			message: 'boom',
			fields: {logger: 'app.db', function: 'connect', line: '42'},
		},
		{text: '2026-03-01 12:00:00.123 +00:00 | SUCCESS  | __main__:<module>:3 - ok', level: 'info', message: 'ok'},
		{
			text: '2026-03-01 12:00:00.123 | WARNING  | app:log:3 - SLOW REQUEST: http://api/items took 1.23s',
			level: 'warn',
			request: {path: '/items', durationMs: 1230, slowOnly: true},
		},
		{
			text: '2026-03-01 12:00:00.123 | INFO     | app:log:3 - GET /items status=200 method=GET path=/items duration_ms=12.5',
			level: 'info',
			request: {path: '/items', status: 200, durationMs: 12.5, slowOnly: false},
		},
	],
	others: ['2026-03-01 12:00:00.123 | ERROR | boom', '2026-03-01 | x | y'],
} satisfies LogFormatExamples;
