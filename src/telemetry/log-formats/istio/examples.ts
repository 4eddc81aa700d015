import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 200 - via_upstream - "-" 0 612 34 33 "-" "curl/8" "b1a2" "api" "10.244.0.5:8000" inbound|8000|| 127.0.0.6:45113 10.244.0.5:8000 10.244.0.9:51234 - default',
			level: 'info',
			message: '',
			request: {
				method: 'GET',
				path: '/a',
				status: 200,
				durationMs: 34,
				route: '',
				id: 'b1a2',
				upstream: 'inbound|8000||',
			},
		},
		{
			text: '[2026-03-01T12:00:00.123Z] "POST /a HTTP/2" 503 UH no_healthy_upstream - "-" 0 19 0 - "-" "curl/8" "b1a2" "api" "-" outbound|80||api.shop.svc.cluster.local - 10.96.0.5:80 10.244.0.9:51234 - default',
			level: 'error',
			request: {status: 503, durationMs: 0, upstream: 'outbound|80||api.shop.svc.cluster.local'},
		},
	],
	others: [
		'[2026-03-01T12:00:00.123Z] "GET /a HTTP/1.1" 503 UF 0 91 3 - "10.0.0.9" "curl/8" "b1a2" "api.example.com" "10.244.0.5:8000"',
	],
} satisfies LogFormatExamples;
