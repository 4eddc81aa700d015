import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{text: 'ERROR:    Exception in ASGI application', level: 'error', message: 'Exception in ASGI application'},
		{text: 'WARNING:  Exceeded concurrency limit.', level: 'warn', message: 'Exceeded concurrency limit.'},
		{
			text: 'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
			level: 'info',
			message: 'Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
		},
		{text: 'INFO:     10.1.2.3:51234 - "WebSocket /ws" [accepted]', level: 'info'},
		{text: 'CRITICAL: out of luck', level: 'fatal', fields: {message: 'out of luck'}},
		{
			text: 'WARNING:  Slow request: GET /api/items took 1834ms',
			level: 'warn',
			request: {method: 'GET', path: '/api/items', durationMs: 1834, slowOnly: true},
		},
	],
	others: ['WARNING:app.db:pool nearly full', 'INFO - uvicorn', 'Info:     x'],
} satisfies LogFormatExamples;
