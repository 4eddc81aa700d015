import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'Completed 500 Internal Server Error in 79ms (ActiveRecord: 3.1ms (2 queries, 0 cached) | GC: 0.0ms)',
			level: 'error',
			message: '',
			request: {method: '', path: '', status: 500, durationMs: 79},
			fields: {phrase: 'Internal Server Error'},
		},
		{
			text: '[8f3c] Completed 200 OK in 12ms (Views: 8.0ms | ActiveRecord: 1.1ms)',
			level: 'info',
			request: {status: 200, durationMs: 12, id: '8f3c'},
		},
		{
			text: 'Started GET "/a?x=1" for 10.0.0.9 at 2026-03-01 12:00:00 +0000',
			level: 'info',
			message: 'Started GET /a?x=1',
			fields: {client: '10.0.0.9'},
		},
		{
			text: 'I, [2026-03-01T12:00:00.123456 #1]  INFO -- : [8f3c] Completed 200 OK in 12ms (Views: 8.0ms)',
			request: {status: 200, id: '8f3c'},
		},
	],
	others: ['Completed 3 of 5', 'Started worker', 'Completed 200 jobs in 12ms today'],
} satisfies LogFormatExamples;
