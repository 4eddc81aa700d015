import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[2026-03-01 12:00:00 +0000] [7] [INFO] 10.0.0.9:40312 - - [01/Mar/2026:12:00:00 +0000] "GET /a 1.1" 200 612 "-" "curl/8.5.0"',
			level: 'info',
			message: '',
			request: {method: 'GET', path: '/a', status: 200, agent: 'curl/8.5.0', durationMs: undefined},
			fields: {pid: '7', status: '200', agent: 'curl/8.5.0'},
		},
		{
			text: '[2026-03-01 12:00:00 +0000] [7] [INFO] 10.0.0.9:40312 - - [01/Mar/2026:12:00:00 +0000] "GET /a 2" 500 612 "-" "curl/8.5.0" 1.500000',
			level: 'error',
			request: {status: 500, durationMs: 1500},
		},
	],
	others: [
		'[2026-03-01 12:00:00 +0000] [7] [INFO] Running on http://0.0.0.0:8000 (CTRL + C to quit)',
		'[2026] "GET"',
	],
} satisfies LogFormatExamples;
