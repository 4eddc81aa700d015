import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026/03/01 12:00:00 [host/abc-000001] "GET http://api.local/a HTTP/1.1" from 10.0.0.9:5123 - 200 123B in 1.234ms',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 1.234, id: 'host/abc-000001'},
		},
		{
			text: '2026/03/01 12:00:00 "GET http://api.local HTTP/2.0" from 10.0.0.9:5123 - 404 19B in 45.2µs',
			level: 'warn',
			request: {path: '/', durationMs: 0.0452, id: ''},
		},
	],
	others: ['2026/03/01 12:00:00 "hello" from 10.0.0.9:5123', '2026/03/01 12:00:00 listening on :8000'],
} satisfies LogFormatExamples;
