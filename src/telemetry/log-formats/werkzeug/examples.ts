import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '127.0.0.1 - - [01/Mar/2026 12:00:00] "GET /a HTTP/1.1" 500 -',
			level: 'error',
			message: '',
			request: {method: 'GET', path: '/a', status: 500},
		},
		{text: 'INFO:werkzeug:127.0.0.1 - - [01/Mar/2026 12:00:00] "GET /a HTTP/1.1" 200 -', request: {status: 200}},
	],
	others: ['127.0.0.1 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 500 -'],
} satisfies LogFormatExamples;
