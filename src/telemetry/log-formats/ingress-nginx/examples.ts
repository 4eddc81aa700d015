import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/2.0" 200 612 "-" "curl/8.5.0" 123 1.534 [prod-fastapi-service-80] [] 10.244.1.5:8000 612 1.533 200 8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f',
			level: 'info',
			message: '',
			request: {
				method: 'GET',
				path: '/a',
				status: 200,
				durationMs: 1534,
				upstream: 'prod-fastapi-service-80',
				id: '8f3c2f1e0b7d4a6c9e5f1a2b3c4d5e6f',
				agent: 'curl/8.5.0',
			},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/2.0" 502 150 "-" "curl/8.5.0" 123 0.003 [prod-api-80] [] 10.0.0.5:8000, 10.0.0.6:8000 0, 0 0.001, 0.002 502, 502 abcdef',
			level: 'error',
			request: {status: 502, durationMs: 3, upstream: 'prod-api-80', id: 'abcdef'},
			fields: {servers: '10.0.0.5:8000, 10.0.0.6:8000', statuses: '502, 502'},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 503 190 "-" "curl" 80 0.000 [prod-api-80] [] - - - - abcdef',
			level: 'error',
			request: {status: 503, durationMs: 0, id: 'abcdef'},
		},
		{
			text: '10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 190 "-" "curl" 80 0.120 [prod-api-80] [] 10.0.0.5:80 : 10.0.0.6:80 0 : 190 0.020 : 0.100 502 : 200 abcdef',
			request: {status: 200, durationMs: 120},
		},
	],
	others: [
		'10.0.0.9 - - [01/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 612 "-" "curl" 123 1.534 [prod-api-80] []',
	],
} satisfies LogFormatExamples;
