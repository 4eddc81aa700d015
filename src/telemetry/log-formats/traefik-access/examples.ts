import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 12 "-" "curl/8" 17 "api@kubernetes" "http://10.244.0.5:8000" 34ms',
			level: 'info',
			message: '',
			request: {
				method: 'GET',
				path: '/a',
				status: 200,
				durationMs: 34,
				upstream: 'api@kubernetes',
				agent: 'curl/8',
			},
			fields: {server: 'http://10.244.0.5:8000'},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 404 19 "-" "-" 18 "-" "-" 0ms',
			level: 'warn',
			request: {status: 404, durationMs: 0, upstream: '', agent: ''},
		},
	],
	others: ['10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 12 "-" "curl/8" 34ms'],
} satisfies LogFormatExamples;
