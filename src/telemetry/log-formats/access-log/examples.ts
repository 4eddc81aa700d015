import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a?b=1 HTTP/1.1" 200 612 "-" "curl/8.5.0"',
			level: 'info',
			message: '',
			request: {
				method: 'GET',
				path: '/a?b=1',
				status: 200,
				agent: 'curl/8.5.0',
				durationMs: undefined,
				upstream: '',
			},
			fields: {client: '10.0.0.9', bytes: '612'},
		},
		{
			text: '10.0.0.9:40312 - - [01/Mar/2026:12:00:00 +0000] "GET /a 1.1" 200 612 "-" "curl/8.5.0" 0.012345',
			request: {method: 'GET', path: '/a', durationMs: 12.345},
		},
		{
			text: '10.0.0.9 - frank [01/Mar/2026:12:00:00 +0000] "POST /x HTTP/1.1" 500 -',
			level: 'error',
			request: {method: 'POST', path: '/x', status: 500, agent: ''},
			fields: {user: 'frank'},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
			level: 'warn',
			request: {method: '', path: '', status: 400},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /errors/500 HTTP/1.1" 200 5',
			level: 'info',
			request: {status: 200},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 499 0 "-" "x"',
			level: 'warn',
			request: {status: 499},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 000 0 "-" "x"',
			level: 'info',
			request: {status: 0},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "x" "10.2.2.2" rt=1.534 uct="0.001"',
			request: {durationMs: 1534},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "x" 34ms',
			request: {durationMs: 34},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "x" 34210 8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f',
			request: {durationMs: undefined, id: '8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f'},
		},
	],
	others: [
		'10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 12 "-" "curl/8" 17 "api@kubernetes" "http://10.244.0.5:8000" 34ms',
		'10.0.0.9 - - [01/Mar/2026 12:00:00] "GET /a HTTP/1.1" 200 -',
		'[01/Mar/2026 12:00:00] "GET / HTTP/1.1" 200 123',
	],
} satisfies LogFormatExamples;
