import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{text: '[INFO] ready', level: 'info', message: 'ready', fields: {level: 'INFO', message: 'ready'}},
		{text: 'INFO ready', level: 'info', message: 'ready'},
		{text: 'error: no such file', level: 'error', message: 'no such file'},
		{text: '<warn> low on memory', level: 'warn', message: 'low on memory'},
		{text: 'WARN: low on memory', level: 'warn', message: 'low on memory'},
		{
			text: '2026-03-01T12:00:00.123456Z  INFO shop::api: listening',
			level: 'info',
			message: 'shop::api: listening',
			fields: {time: '2026-03-01T12:00:00.123456Z'},
		},
		{text: '[2026-03-01 12:00:00] ERROR boom', level: 'error', message: 'boom'},
		{
			text: '2026-03-01 12:00:00.123 [main] WARN  c.e.App - pool nearly full',
			level: 'warn',
			message: 'c.e.App - pool nearly full',
		},
		{text: '12:00:00.123 [main] ERROR c.e.App - boom', level: 'error', message: 'c.e.App - boom'},
		{
			text: '2026-03-01 12:00:00 [app.db] [error] boom',
			level: 'error',
			message: 'boom',
			fields: {between: '[app.db] '},
		},
		{
			text: '[2026-03-01 12:00:00] INFO 10.1.2.3:51234 - "GET /a HTTP/1.1" 404',
			level: 'warn',
			message: '',
			request: {path: '/a', status: 404},
		},
	],
	others: [
		'info about the weather',
		'Error in the third act',
		'[main] INFO x',
		'10 errors: none of them bad',
		'INFORMATION x',
		'2026-03-01 12:00:00 the error was small',
	],
} satisfies LogFormatExamples;
