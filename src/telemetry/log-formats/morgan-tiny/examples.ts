import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'GET /a 200 12 - 4.123 ms',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 4.123},
		},
		{text: 'GET /a - - - - ms', level: 'info', request: {status: 0, durationMs: undefined}},
	],
	others: ['GET /a 200 4.123 ms - 12', '::1 - GET /a HTTP/1.1 200 12 - 4.123 ms', 'waited - 4.123 ms'],
} satisfies LogFormatExamples;
