import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'Internal Server Error: /api/items',
			level: 'error',
			message: 'Internal Server Error: /api/items',
			fields: {path: '/api/items'},
		},
		{text: 'Not Found: /favicon.ico', level: 'warn'},
		{text: 'Service Unavailable: /p', level: 'error'},
		{text: 'Forbidden (CSRF cookie not set.): /p', level: 'warn'},
	],
	others: ['Not Found: nothing', 'File: /etc/passwd'],
} satisfies LogFormatExamples;
