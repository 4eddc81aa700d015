import {describe, expect, test} from 'vitest';
import type {Probe} from '../../../src/model/pod-spec.ts';
import {probeFailureOf} from '../../../src/diagnosis/probes/probe-failure.ts';

const HTTP = 'Get "http://10.244.0.5:8000/health": ';

/** As kubelets of 1.24 to 1.35 wrote them, and container runtimes behind them. */
const TEXTS: readonly (readonly [Probe['how'], string, string])[] = [
	['http', 'Readiness probe failed: HTTP probe failed with statuscode: 503', 'readiness status 503'],
	['http', 'Liveness probe failed: HTTP probe failed with statuscode: 404', 'liveness status 404'],
	['http', `Startup probe failed: ${HTTP}dial tcp 10.244.0.5:8000: connect: connection refused`, 'startup refused'],
	[
		'http',
		'Liveness probe failed: Get http://10.1.1.1:80/: dial tcp 10.1.1.1:80: connect: connection refused',
		'liveness refused',
	],
	[
		'http',
		`Liveness probe failed: ${HTTP}context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
		'liveness timeout',
	],
	['http', `Readiness probe failed: ${HTTP}context deadline exceeded`, 'readiness timeout'],
	[
		'http',
		`Readiness probe failed: ${HTTP}net/http: request canceled (Client.Timeout exceeded while awaiting headers)`,
		'readiness timeout',
	],
	[
		'http',
		`Readiness probe failed: ${HTTP}net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
		'readiness unreachable',
	],
	['http', `Readiness probe failed: ${HTTP}dial tcp 10.244.0.5:8000: i/o timeout`, 'readiness unreachable'],
	[
		'http',
		`Readiness probe failed: ${HTTP}dial tcp 10.244.0.5:8000: connect: no route to host`,
		'readiness unreachable',
	],
	[
		'http',
		`Readiness probe failed: ${HTTP}read tcp 10.0.0.1:4711->10.244.0.5:8000: i/o timeout`,
		'readiness timeout',
	],
	['http', `Readiness probe failed: ${HTTP}EOF`, 'readiness cut'],
	[
		'http',
		`Readiness probe failed: ${HTTP}read tcp 10.0.0.1:4711->10.244.0.5:8000: read: connection reset by peer`,
		'readiness cut',
	],
	[
		'http',
		'Readiness probe failed: Get "https://10.244.0.5:8443/": http: server gave HTTP response to HTTPS client',
		'readiness tls',
	],
	[
		'http',
		'Readiness probe failed: Get "https://10.244.0.5:8443/": tls: first record does not look like a TLS handshake',
		'readiness tls',
	],
	[
		'http',
		'Readiness probe failed: Get "https://10.244.0.5:8443/": net/http: TLS handshake timeout',
		'readiness tls',
	],
	[
		'http',
		'Readiness probe failed: Get "https://10.244.0.5:8443/": remote error: tls: handshake failure',
		'readiness tls',
	],
	[
		'http',
		`Readiness probe failed: ${HTTP}net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03\\x01"`,
		'readiness tls',
	],
	['http', 'Readiness probe errored and resulted in unknown state: port web not found', 'readiness no-port'],
	['http', 'Liveness probe errored: strconv.Atoi: parsing "web": invalid syntax', 'liveness no-port'],
	['http', `Readiness probe failed: ${HTTP}stopped after 10 redirects`, 'readiness other'],
	['tcp', 'Readiness probe failed: dial tcp 10.244.0.5:5432: connect: connection refused', 'readiness refused'],
	['tcp', 'Liveness probe failed: dial tcp 10.244.0.5:5432: i/o timeout', 'liveness unreachable'],
	['grpc', 'Readiness probe failed: service unhealthy (responded with "NOT_SERVING")', 'readiness unhealthy'],
	[
		'grpc',
		'Liveness probe failed: timeout: failed to connect service "10.244.0.5:9000" within 1s: context deadline exceeded',
		'liveness unreachable',
	],
	[
		'grpc',
		'Liveness probe failed: timeout: failed to connect service "10.244.0.5:9000" within 1s: connection error: desc = "transport: Error while dialing: dial tcp 10.244.0.5:9000: connect: connection refused"',
		'liveness refused',
	],
	['grpc', 'Liveness probe failed: timeout: health rpc did not complete within 1s', 'liveness timeout'],
	[
		'grpc',
		'Startup probe failed: error: this server does not implement the grpc health protocol (grpc.health.v1.Health): unimplemented',
		'startup unhealthy',
	],
	['exec', 'Readiness probe failed: 127.0.0.1:5432 - rejecting connections\n', 'readiness unhealthy'],
	['exec', 'Readiness probe failed: ', 'readiness unhealthy'],
	['exec', 'Readiness probe failed:', 'readiness unhealthy'],
	[
		'exec',
		'Readiness probe failed: curl: (7) Failed to connect to localhost port 8000: Connection refused',
		'readiness unhealthy',
	],
	['exec', 'Readiness probe failed: HTTP probe failed with statuscode: 503', 'readiness unhealthy'],
	['exec', 'Liveness probe failed: command "redis-cli ping" timed out after 1s', 'liveness timeout'],
	[
		'exec',
		'Liveness probe errored: rpc error: code = DeadlineExceeded desc = failed to exec in container: timeout 1s exceeded: context deadline exceeded',
		'liveness timeout',
	],
	[
		'exec',
		'Startup probe errored: rpc error: code = Unknown desc = failed to exec in container: failed to start exec "8f": OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown',
		'startup no-command',
	],
	[
		'exec',
		'Startup probe failed: OCI runtime exec failed: exec failed: unable to start container process: exec: "/check.sh": stat /check.sh: no such file or directory: unknown',
		'startup no-command',
	],
	['exec', 'Readiness probe failed: /bin/sh: 1: curl: not found', 'readiness no-command'],
];

/** What is no failure: of containers that end, and of things that are no probes. */
const NOTHING: readonly string[] = [
	'Readiness probe errored and resulted in unknown state: rpc error: code = Canceled desc = context canceled',
	'Readiness probe errored: rpc error: code = NotFound desc = failed to exec in container: failed to load task: no running task found: task 8f not found: not found',
	'Liveness probe errored: rpc error: code = Unknown desc = container not running (8f2c)',
	'Readiness probe errored: rpc error: code = Unknown desc = failed to exec in container: container is in CONTAINER_EXITED state',
	'Readiness probe warning: Probe terminated redirects, Response body: hello',
	'Back-off restarting failed container',
	'readiness probe failed: HTTP probe failed with statuscode: 503',
	'',
];

describe('what a kubelet says of a probe', () => {
	test.each([...TEXTS])('%s: %s', (how, message, says) => {
		const {kind, fault, status} = probeFailureOf(message, how) ?? {};
		expect([kind, fault, status].filter(part => part !== undefined).join(' ')).toBe(says);
	});

	test.each([...NOTHING])('%s', message => {
		expect(probeFailureOf(message, 'http')).toBeUndefined();
		expect(probeFailureOf(message, 'exec')).toBeUndefined();
	});

	test('a page of anything is read in no time', () => {
		const pages = ['dial tcp ', 'exec: ', 'OCI runtime exec failed ', 'sh: ', 'command ', 'port ', 'x', '\n'];
		const before = performance.now();
		for (const how of ['http', 'tcp', 'grpc', 'exec'] as const)
			for (const page of pages)
				probeFailureOf(`Readiness probe failed: ${page.repeat(100_000 / page.length)}`, how);
		expect(performance.now() - before).toBeLessThan(1000);
	});
});
