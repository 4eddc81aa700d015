import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'W0301 12:00:00.123456       7 controller.go:1207] Service "prod/api" does not have any active Endpoint.',
			level: 'warn',
			message: 'Service "prod/api" does not have any active Endpoint.',
			fields: {source: 'controller.go:1207', pid: '7'},
		},
		{text: 'F0301 12:00:00.123456       7 main.go:1] no config', level: 'fatal', message: 'no config'},
	],
	others: ['W0301 slow] down', 'X0301 12:00:00.123456       7 main.go:1] x'],
} satisfies LogFormatExamples;
