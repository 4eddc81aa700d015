import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01 12:00:00.123 UTC [1] WARNING C-0x55d0: shop/app@10.0.0.9:41234 pooler error: query_wait_timeout',
			level: 'warn',
			message: 'pooler error: query_wait_timeout',
			fields: {database: 'shop', user: 'app', peer: '10.0.0.9:41234'},
		},
		{
			text: '2026-03-01 12:00:00.123 UTC [1] LOG S-0x55d0: shop/app@10.0.0.7:5432 closing because: server lifetime over (age=3600s)',
			level: 'info',
			message: 'closing because: server lifetime over (age=3600s)',
		},
		{text: '2026-03-01 12:00:00.123 UTC [1] NOISE tune', level: 'trace', message: 'tune'},
	],
	others: ['2026-03-01 12:00:00.257 UTC [115] LOG:  ready'],
} satisfies LogFormatExamples;
