import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[2026-03-01 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)',
			level: 'fatal',
			message: 'WORKER TIMEOUT (pid:12)',
			fields: {pid: '7'},
		},
		{
			text: '[2026-03-01 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent SIGKILL! Perhaps out of memory?',
			level: 'error',
			message: 'Worker (pid:12) was sent SIGKILL! Perhaps out of memory?',
		},
		{
			text: '[2026-03-01 12:00:01 +0000] [7] [WARNING] Worker with pid 12 was terminated due to signal 9',
			level: 'warn',
		},
		{text: '[2026-03-01 12:00:01 +0000] [7] [INFO] Worker (pid:12) was sent SIGTERM!', level: 'info'},
		{text: '[2026-03-01 12:00:01 +0000] [7] [ERROR] Worker (pid:12) was sent code 134!', level: 'error'},
	],
	others: [
		'[2026-03-01 12:00:00 +0000] [7] [INFO] 10.0.0.9:40312 - - [01/Mar/2026:12:00:00 +0000] "GET /a 1.1" 200 612 "-" "curl/8.5.0"',
		'[2026-03-01 12:00:00] [INFO] x',
	],
} satisfies LogFormatExamples;
