import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'E, [2026-03-01T12:00:00.123456 #1] ERROR -- : boom',
			level: 'error',
			message: 'boom',
			fields: {pid: '1'},
		},
		{
			text: 'I, [2026-03-01T12:00:00.123456 #1]  INFO -- : method=GET path=/a format=json controller=Items action=show status=200 duration=79.12 view=0.00 db=3.10',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 79.12},
		},
	],
	others: ['I, [robot]', 'I, [2026-03-01T12:00:00.123456 #1]  INFO -- : [8f3c] Completed 200 OK in 12ms'],
} satisfies LogFormatExamples;
