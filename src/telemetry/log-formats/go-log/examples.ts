import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026/03/01 12:00:00 listening on :8000',
			message: 'listening on :8000',
			fields: {time: '2026/03/01 12:00:00'},
		},
		{
			text: '2026/03/01 12:00:00.123456 main.go:12: [ERROR] boom',
			level: 'error',
			message: 'boom',
			fields: {source: 'main.go:12'},
		},
		{text: '2026/03/01 12:00:00 INFO started port=8000', level: 'info', message: 'started port=8000'},
	],
	others: ['2026/03/01 noon', '2026-03-01 12:00:00 x'],
} satisfies LogFormatExamples;
