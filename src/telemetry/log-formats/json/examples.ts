import type {LogFormatExamples} from '../../contract.ts';

export default {
	lines: [
		{
			text: '{"timestamp": "2026-03-01T12:00:00.123456Z", "level": "warning", "event": "pool nearly full", "used": 14}',
			level: 'warn',
			message: 'pool nearly full',
			fields: {timestamp: '2026-03-01T12:00:00.123456Z', used: '14'},
		},
		{
			text: '{"event": "request_finished", "method": "GET", "path": "/items/3", "route": "/items/{id}", "status_code": 200, "duration": 1.534, "request_id": "8f3c", "level": "info"}',
			level: 'info',
			message: 'request_finished',
			request: {
				method: 'GET',
				path: '/items/3',
				route: '/items/{id}',
				status: 200,
				durationMs: 1534,
				id: '8f3c',
			},
		},
		{
			text: '{"event": "cart loaded", "method": "GET", "path": "/items/3", "request_id": "8f3c", "level": "debug"}',
			level: 'debug',
			message: 'cart loaded',
		},
		{
			text: String.raw`{"asctime": "2026-03-01 12:00:00,123", "levelname": "ERROR", "name": "app.db", "message": "query failed", "exc_info": "Traceback (most recent call last):\n  File \"/app/db.py\", line 3, in run\n    x()\nKeyError: 'x'"}`,
			level: 'error',
			message: "query failed: KeyError: 'x'",
			fields: {name: 'app.db'},
		},
		{
			text: String.raw`{"levelname": "INFO", "name": "uvicorn.access", "message": "10.1.2.3:51234 - \"GET /a?x=1 HTTP/1.1\" 503"}`,
			level: 'error',
			message: '',
			request: {method: 'GET', path: '/a?x=1', status: 503, durationMs: undefined},
		},
		{text: '{"levelno": 30, "levelname": "WARNING", "message": "x"}', level: 'warn', message: 'x'},
		{
			text: String.raw`{"text": "2026-03-01 12:00:00.123 | ERROR | app:f:3 - boom\n", "record": {"level": {"icon": "x", "name": "ERROR", "no": 40}, "message": "boom", "time": {"repr": "2026-03-01 12:00:00", "timestamp": 1772366400.1}, "exception": {"type": "ValueError", "value": "bad", "traceback": true}}}`,
			level: 'error',
			message: 'boom: ValueError: bad',
			fields: {'record.level.no': '40'},
		},
		{
			text: '{"level":30,"time":1772366400123,"pid":1,"hostname":"api","req":{"id":7,"method":"GET","url":"/a?b=1","headers":{"user-agent":"kube-probe/1.31"},"remoteAddress":"10.0.0.9"},"res":{"statusCode":500},"responseTime":12,"msg":"request errored"}',
			level: 'error',
			message: 'request errored',
			request: {method: 'GET', path: '/a?b=1', status: 500, durationMs: 12, id: '7', agent: 'kube-probe/1.31'},
		},
		{
			text: '{"level":30,"time":1772366400123,"reqId":"req-1","req":{"method":"GET","url":"/a","host":"api","remoteAddress":"10.0.0.9"},"msg":"incoming request"}',
			level: 'info',
			message: 'incoming request',
		},
		{
			text: '{"level":30,"time":1772366400130,"reqId":"req-1","res":{"statusCode":200},"responseTime":4.512,"msg":"request completed"}',
			level: 'info',
			request: {method: '', path: '', status: 200, durationMs: 4.512, id: 'req-1'},
		},
		{
			text: '{"time":"2026-03-01T12:00:00.123456789Z","level":"INFO","msg":"handled","method":"GET","path":"/a","status":200,"duration":1234567}',
			level: 'info',
			message: 'handled',
			request: {durationMs: 1.234567},
		},
		{
			text: '{"time":"2026-03-01T12:00:00Z","level":"ERROR+2","msg":"boom","err":"EOF"}',
			level: 'error',
			message: 'boom: EOF',
		},
		{
			text: '{"level":"info","ts":1772366400.123,"caller":"api/main.go:42","msg":"handled","method":"POST","path":"/a","status":201,"duration":0.0125}',
			level: 'info',
			request: {method: 'POST', status: 201, durationMs: 12.5},
		},
		{
			text: '{"level":"info","ts":1646861401.52,"logger":"http.log.access","msg":"handled request","request":{"method":"GET","uri":"/x","headers":{"User-Agent":["curl/8"]}},"duration":0.25,"status":200}',
			request: {method: 'GET', path: '/x', status: 200, durationMs: 250, agent: 'curl/8'},
		},
		{text: '{"level":"warning","msg":"slow","time":"2026-03-01T12:00:00Z"}', level: 'warn', message: 'slow'},
		{
			text: '{"level":"info","msg":"GET","method":"GET","uri":"/a","status":200,"latency":"1.5ms","time":"2026-03-01T12:00:00Z"}',
			request: {path: '/a', durationMs: 1.5},
		},
		{
			text: '{"ClientHost":"10.0.0.9","DownstreamStatus":502,"Duration":34000000,"OriginDuration":33000000,"Overhead":1000000,"OriginStatus":502,"RequestHost":"api","RequestMethod":"GET","RequestPath":"/a?b=1","RouterName":"api@kubernetes","ServiceName":"shop-api-80@kubernetes","RetryAttempts":0,"StartUTC":"2026-03-01T12:00:00Z","level":"info","msg":"","time":"2026-03-01T12:00:00Z"}',
			level: 'error',
			message: '',
			request: {method: 'GET', path: '/a?b=1', status: 502, durationMs: 34, upstream: 'shop-api-80@kubernetes'},
		},
		{
			text: '{"start_time":"2026-03-01T12:00:00.123Z","method":"GET","path":"/a","protocol":"HTTP/1.1","response_code":0,"response_flags":"DC","response_code_details":"downstream_remote_disconnect","duration":1500,"upstream_service_time":null,"upstream_host":"10.244.0.5:8000","upstream_cluster":"outbound|80||api.shop.svc.cluster.local","authority":"api","request_id":"b1a2","user_agent":"curl/8"}',
			level: 'info',
			request: {
				status: 0,
				durationMs: 1500,
				id: 'b1a2',
				agent: 'curl/8',
				upstream: 'outbound|80||api.shop.svc.cluster.local',
			},
		},
		{
			text: String.raw`{"@timestamp":"2026-03-01T12:00:00.123Z","log":{"level":"ERROR","logger":"shop.Orders"},"process":{"pid":1,"thread":{"name":"main"}},"message":"order failed","error":{"type":"java.lang.IllegalStateException","message":"no stock","stack_trace":"java.lang.IllegalStateException: no stock\n\tat shop.Orders.take(Orders.java:12)"}}`,
			level: 'error',
			message: 'order failed: java.lang.IllegalStateException: no stock',
			fields: {'log.logger': 'shop.Orders'},
		},
		{
			text: '{"@timestamp":"2026-03-01T12:00:00.123Z","log.level":"WARN","message":"retry","ecs.version":"8.11"}',
			level: 'warn',
			message: 'retry',
		},
		{
			text: '{"@timestamp":"2026-03-01T12:00:00.123Z","event":{"duration":12000000},"http":{"request":{"method":"GET"},"response":{"status_code":200}},"url":{"path":"/a"},"log":{"level":"info"},"message":"done"}',
			request: {method: 'GET', path: '/a', status: 200, durationMs: 12},
		},
		{
			text: String.raw`{"@timestamp":"2026-03-01T12:00:00.123+00:00","@version":"1","message":"boom","logger_name":"shop.Api","thread_name":"main","level":"ERROR","level_value":40000,"stack_trace":"java.io.IOException: closed\n\tat shop.Api.x(Api.java:1)"}`,
			level: 'error',
			message: 'boom: java.io.IOException: closed',
		},
		{
			text: '{"timeUnixNano":"1772366400123456789","severityNumber":17,"severityText":"Error","body":{"stringValue":"served"},"attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"url.path","value":{"stringValue":"/a"}},{"key":"http.route","value":{"stringValue":"/{x}"}},{"key":"http.response.status_code","value":{"intValue":"503"}}]}',
			level: 'error',
			message: 'served',
			request: {method: 'GET', path: '/a', route: '/{x}', status: 503},
		},
		{text: '{"severityNumber":9,"body":{"stringValue":"hello"}}', level: 'info', message: 'hello'},
		{
			text: '{"method":"GET","path":"/a","format":"json","controller":"ItemsController","action":"show","status":500,"duration":79.12,"view":0.0,"db":3.1,"error":"RuntimeError: boom"}',
			level: 'error',
			message: 'RuntimeError: boom',
			request: {method: 'GET', status: 500, durationMs: 79.12},
		},
		{
			text: '{"remote_addr":"10.0.0.9","request":"GET /a?b=1 HTTP/1.1","status":"200","request_time":"0.012","http_user_agent":"curl/8"}',
			request: {method: 'GET', path: '/a?b=1', status: 200, durationMs: 12, agent: 'curl/8'},
		},
		{
			text: String.raw`{"log":"INFO:     started\n","stream":"stdout","time":"2026-03-01T12:00:00.1Z"}`,
			message: 'INFO:     started',
		},
		{text: '{"version":"1.1","host":"api","short_message":"boom","level":3}', level: 'error', message: 'boom'},
		{
			text: '{"msg":"done","method":"GET","url":"http://shop.example/a?token=hunter2","status":200,"responseTime":3}',
			request: {path: '/a?token=***'},
		},
		{
			text: '{"__proto__": {"level": "error"}, "constructor": "x", "message": "odd"}',
			message: 'odd',
			fields: {constructor: 'x'},
		},
	],
	others: ['{not JSON}', '{"a": 1', '["a", "b"]', '{}x', "{'level': 'error'}", '7', 'null'],
} satisfies LogFormatExamples;
