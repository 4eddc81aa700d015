import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 503 UF 0 91 3 - "10.0.0.9" "curl/8" "b1a2" "api.example.com" "10.244.0.5:8000"',
			level: 'error',
			message: '',
			request: {method: 'GET', path: '/a', status: 503, durationMs: 3, id: 'b1a2', agent: 'curl/8'},
			fields: {flags: 'UF', authority: 'api.example.com'},
		},
		{
			text: '[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 0 DC 0 0 900 - "-" "-" "b1a2" "api" "-"',
			level: 'info',
			request: {status: 0, durationMs: 900, agent: ''},
		},
	],
	others: [
		'[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 200 - via_upstream - "-" 0 612 34 33 "-" "curl/8" "b1a2" "api" "10.244.0.5:8000" inbound|8000|| 127.0.0.6:45113 10.244.0.5:8000 10.244.0.9:51234 - default',
		'[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 200',
	],
} satisfies LogFormatExamples;
