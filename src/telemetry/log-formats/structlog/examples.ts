import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01T12:00:00.123456Z [warning  ] slow request                   duration=1.5 path=/x',
			level: 'warn',
			message: 'slow request',
			fields: {event: 'slow request', duration: '1.5', path: '/x'},
		},
		{
			text: '2026-03-01 12:00:00 [info     ] a request that was finished after a while method=GET path=/x status=200 duration=1.5',
			level: 'info',
			message: 'a request that was finished after a while',
			request: {method: 'GET', path: '/x', status: 200, durationMs: 1500},
		},
		{text: '2026-03-01T12:00:00.123456Z [error    ] boom', level: 'error', message: 'boom'},
	],
	others: ['2026/03/01 12:00:00 [error] 31#31: *1 x', '2026-03-01T12:00:00Z [main] x'],
} satisfies LogFormatExamples;
