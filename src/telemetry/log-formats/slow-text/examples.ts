import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'Slow request: GET /api/items took 1834ms',
			message: 'Slow request: GET /api/items took 1834ms',
			request: {method: 'GET', path: '/api/items', durationMs: 1834, slowOnly: true},
			fields: {path: '/api/items', duration: '1834ms'},
		},
		{text: 'slow query detected: 2.5 seconds', message: 'slow query detected: 2.5 seconds'},
		{
			text: 'Request GET /x completed in 0.512s',
			request: {method: 'GET', path: '/x', durationMs: 512, slowOnly: true},
		},
		{text: 'process_time=0.73s path=/x', request: {method: '', path: '/x', durationMs: 730, slowOnly: true}},
	],
	others: [
		'retrying in 5s',
		'Application startup complete in 3 s',
		'compiled in 300 ms',
		'slow down, retrying /x in 5s',
		'WARNING:app:GET /items/3 took 1.02s',
	],
} satisfies LogFormatExamples;
