import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '::1 - GET /a HTTP/1.1 200 12 - 4.123 ms',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 4.123},
			fields: {client: '::1'},
		},
	],
	others: ['GET /a 200 12 - 4.123 ms'],
} satisfies LogFormatExamples;
