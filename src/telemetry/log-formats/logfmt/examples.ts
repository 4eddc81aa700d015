import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'method=GET path=/x status=200 duration=79.00 msg="a b"',
			level: 'info',
			message: 'a b',
			request: {method: 'GET', path: '/x', status: 200, durationMs: 79},
			fields: {msg: 'a b', duration: '79.00'},
		},
		{
			text: "method=GET path=/a format=json controller=ItemsController action=show status=500 error='RuntimeError: boom' duration=79.12 view=0.00 db=3.10",
			level: 'error',
			request: {method: 'GET', path: '/a', status: 500, durationMs: 79.12},
			fields: {error: 'RuntimeError: boom'},
		},
		{
			text: 'time=2026-03-01T12:00:00.123Z level=WARN msg="slow request" method=GET path=/a status=200 duration=1.5s',
			level: 'warn',
			message: 'slow request',
			request: {path: '/a', durationMs: 1500},
		},
		{text: 'level=info msg=ready', level: 'info', message: 'ready'},
		{
			text: 'time="2026-03-01T12:00:00Z" level=error msg="Cannot retrieve the ACME challenge" providerName=acme',
			level: 'error',
			message: 'Cannot retrieve the ACME challenge',
		},
		{
			text: 'method=GET path=/items/3 route=/items/{id} status=200 duration_ms=12.5',
			message: '',
			request: {method: 'GET', path: '/items/3', route: '/items/{id}', status: 200, durationMs: 12.5},
		},
		{
			text: '[8f3c] method=GET path=/a status=200 duration=12.00 controller=Items',
			request: {path: '/a', durationMs: 12},
		},
	],
	others: ['process_time=0.73s path=/x', 'x = foo(a=1, b=2, c=3)', 'a=1', 'see a=1 b=2 c=3'],
} satisfies LogFormatExamples;
