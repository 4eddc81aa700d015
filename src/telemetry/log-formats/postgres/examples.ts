import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01 12:00:00.257 UTC [115] FATAL:  sorry, too many clients already',
			level: 'fatal',
			message: 'sorry, too many clients already',
			fields: {pid: '115'},
		},
		{
			text: '2026-03-01 12:00:00.257 UTC [115] app@shop ERROR:  deadlock detected',
			level: 'error',
			message: 'deadlock detected',
			fields: {session: 'app@shop'},
		},
		{text: '2026-03-01 12:00:00.257 UTC [115] LOG:  duration: 1534.221 ms  statement: SELECT 1', level: 'info'},
		{text: '2026-03-01 12:00:00.257 UTC [115] DETAIL:  Process 1 waits', message: 'Process 1 waits'},
	],
	others: [
		'2026-03-01 12:00:00.123 UTC [1] LOG S-0x55d0: shop/app@10.0.0.7:5432 closing because: server lifetime over (age=3600s)',
	],
} satisfies LogFormatExamples;
