import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[GIN] 2026/03/01 - 12:00:00 | 200 |      1.2345ms |       10.0.0.9 | GET      "/a?b=1"',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a?b=1', status: 200, durationMs: 1.2345},
			fields: {client: '10.0.0.9'},
		},
		{
			text: '[GIN] 2026/03/01 - 12:00:00 | 500 |   850µs |       10.0.0.9 | POST     "/x"',
			level: 'error',
			request: {method: 'POST', status: 500, durationMs: 0.85},
		},
		{
			text: '[GIN] 2026/03/01 - 12:00:00 | 200 |   1m2.5s |       10.0.0.9 | GET     "/x"',
			request: {durationMs: 62_500},
		},
	],
	others: ['[GIN-debug] GET /a --> main.main.func1 (3 handlers)', '[GIN] 2026/03/01 - 12:00:00 | panic'],
} satisfies LogFormatExamples;
