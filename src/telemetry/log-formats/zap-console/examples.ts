import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01T12:00:00.123Z\tINFO\tapi/main.go:42\thandled\t{"method": "GET", "path": "/a", "status": 500, "duration": 0.25}',
			level: 'error',
			message: 'handled',
			request: {method: 'GET', path: '/a', status: 500, durationMs: 250},
			fields: {caller: 'api/main.go:42', duration: '0.25'},
		},
		{
			text: '2026-03-01T12:00:00.123Z\tERROR\tsetup\tapi/main.go:42\tno config',
			level: 'error',
			message: 'no config',
		},
		{text: '1.7723664001234567e+09\twarn\tslow', level: 'warn', message: 'slow'},
	],
	others: ['2026-03-01\tINFO', 'a\tINFO\tb', '2026-03-01T12:00:00.123Z INFO handled'],
} satisfies LogFormatExamples;
