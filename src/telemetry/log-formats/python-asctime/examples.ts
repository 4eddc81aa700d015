import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026-03-01 12:00:00,123 - app.db - ERROR - boom',
			level: 'error',
			message: 'boom',
			fields: {time: '2026-03-01 12:00:00,123', level: 'ERROR'},
		},
		{
			text: '2026-03-01 12:00:00,123 ERROR [app] [main.py:10] [trace_id=0 span_id=0 resource.service.name=x trace_sampled=False] - boom',
			level: 'error',
			message: 'boom',
		},
		{text: '2026-03-01 12:00:00,123 [INFO] app: ready', level: 'info', message: 'app: ready'},
		{
			text: '2026-03-01 12:00:00,123 INFO uvicorn.access 10.1.2.3:51234 - "GET /a?x=1 HTTP/1.1" 404',
			level: 'warn',
			message: '',
			request: {method: 'GET', path: '/a?x=1', status: 404},
		},
		{
			text: '2026-03-01 12:00:00,123 - app - INFO - GET /items/3 took 2.02s',
			level: 'info',
			request: {method: 'GET', path: '/items/3', durationMs: 2020, slowOnly: true},
		},
	],
	others: [
		'2026-03-01 12:00:00.257 UTC [115] FATAL:  sorry, too many clients already',
		'2026-03-01 12:00:00,123 hello',
	],
} satisfies LogFormatExamples;
