import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: 'INFO:     10.1.2.3:51234 - "GET /a%20b?x=1&y=2 HTTP/1.1" 503 Service Unavailable',
			level: 'error',
			message: '',
			request: {method: 'GET', path: '/a%20b?x=1&y=2', status: 503, durationMs: undefined, slowOnly: false},
			fields: {client: '10.1.2.3:51234', phrase: 'Service Unavailable'},
		},
		{
			text: '\u001B[32mINFO\u001B[0m:     10.1.2.3:51234 - "\u001B[1mGET /a HTTP/1.1\u001B[0m" \u001B[91m503 Service Unavailable\u001B[0m',
			level: 'error',
			request: {method: 'GET', path: '/a', status: 503},
		},
		{text: 'INFO:      - "GET /health HTTP/1.1" 200 OK', level: 'info', request: {path: '/health', status: 200}},
		{text: '10.1.2.3:51234 - "GET / HTTP/1.1" 200', level: 'info', request: {path: '/', status: 200}},
		{
			text: 'INFO:     10.1.2.3:51234 - "PUT /a%22b HTTP/2" 299 ',
			level: 'info',
			request: {path: '/a%22b', status: 299},
		},
		{
			text: 'INFO:     [::1]:51234 - "GET /status/500 HTTP/1.1" 404 Not Found',
			level: 'warn',
			request: {status: 404},
		},
		{
			text: 'INFO:     10.1.2.3:0 - "POST /login?token=hunter2&a=1 HTTP/1.0" 204 No Content',
			request: {path: '/login?token=***&a=1'},
		},
		{
			text: 'INFO:uvicorn.access:10.1.2.3:51234 - "GET /a HTTP/1.1" 200',
			level: 'info',
			message: '',
			request: {path: '/a', status: 200},
		},
	],
	others: [
		'INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)',
		'INFO:     10.1.2.3:51234 - "WebSocket /ws" [accepted]',
		'INFO:     10.1.2.3:51234 - "WebSocket /ws" 403',
		'he said - "GET lost HTTP/1.1" 200 times',
	],
} satisfies LogFormatExamples;
