import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[01/Mar/2026 12:00:00] "GET / HTTP/1.1" 200 123',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/', status: 200},
			fields: {bytes: '123'},
		},
	],
	others: ['10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 123', '[01/Mar/2026 12:00:00] hello'],
} satisfies LogFormatExamples;
