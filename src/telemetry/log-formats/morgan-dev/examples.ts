import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '\u001B[0mGET /a \u001B[32m200\u001B[0m 4.123 ms - 12\u001B[0m',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 4.123},
		},
		{text: 'POST /a 500 12.000 ms - -', level: 'error', request: {status: 500, durationMs: 12}},
	],
	others: ['GET /a 200 12 - 4.123 ms', 'took 4 ms - 12'],
} satisfies LogFormatExamples;
