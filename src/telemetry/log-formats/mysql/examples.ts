import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01T12:00:00.123456Z 8 [Warning] [MY-010055] [Server] IP address could not be resolved',
			level: 'warn',
			message: 'IP address could not be resolved',
			fields: {code: 'MY-010055'},
		},
		{
			text: '2026-03-01 12:00:00 0 [Note] mariadbd: ready for connections.',
			level: 'info',
			message: 'mariadbd: ready for connections.',
		},
	],
	others: ['2026-03-01 12:00:00 [Warning] x', '2026-03-01T12:00:00.123456Z [warning  ] slow request'],
} satisfies LogFormatExamples;
