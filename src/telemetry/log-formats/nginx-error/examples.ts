import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '2026/03/01 12:00:00 [error] 31#31: *1024 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: x, request: "GET / HTTP/1.1", upstream: "http://10.0.0.5:8000/", host: "x"',
			level: 'error',
			message:
				'connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: x, request: "GET / HTTP/1.1", upstream: "http://10.0.0.5:8000/", host: "x"',
			fields: {connection: '1024'},
		},
		{
			text: '2026/03/01 12:00:00 [notice] 1#1: start worker processes',
			level: 'info',
			message: 'start worker processes',
		},
	],
	others: ['2026/03/01 12:00:00 [ERROR] boom'],
} satisfies LogFormatExamples;
