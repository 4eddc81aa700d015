import type {Probe} from '../../model/pod-spec.ts';
import type {ProbeKind} from '../probe-budget.ts';

/** How a probe failed, as the kubelet and its probers word it (pkg/kubelet/prober, pkg/probe). */
export type ProbeFault =
	/** Nothing listens there. */
	| 'refused'
	/** There is somebody, and the answer does not come in time. */
	| 'timeout'
	/** Not even a connection comes about in time. */
	| 'unreachable'
	/** An answer outside of 200 to 399. */
	| 'status'
	/** One side speaks TLS, the other does not, or not the same. */
	| 'tls'
	/** The connection is closed without an answer. */
	| 'cut'
	/** The command fails, or the gRPC health service says no. */
	| 'unhealthy'
	/** The command is not in the image. */
	| 'no-command'
	/** It names a port that the container does not have. */
	| 'no-port'
	| 'other';

export interface ProbeFailure {
	readonly kind: ProbeKind;
	readonly fault: ProbeFault;
	/** Of `status`. */
	readonly status: number | undefined;
	/** What the prober says, or the command printed; may be empty. */
	readonly detail: string;
}

/**
 * Reads the message of an event `Unhealthy`. Undefined for what is none, and for a probe that was broken off because its container
 * is ending.
 * @param how what the probe of the spec does: a command may print the words of all others
 */
export function probeFailureOf(message: string, how: Probe['how']): ProbeFailure | undefined {
	const {kind, what, detail = ''} = MESSAGE.exec(message)?.groups ?? {};
	if (kind === undefined || what === undefined) return undefined;
	if (what === 'errored' && BROKEN_OFF.test(detail)) return undefined;
	const fault = faultOf(detail, how);
	return {
		kind: kind.toLowerCase() as ProbeKind,
		fault,
		status: fault === 'status' ? Number(STATUS.exec(detail)?.[1]) : undefined,
		detail: detail.trim(),
	};
}

/** `errored` is a probe that could not be carried out; the kubelet throws its result away. */
const MESSAGE =
	/^(?<kind>Readiness|Liveness|Startup) probe (?<what>failed|errored)(?: and resulted in \S{1,40} state)?:(?: (?<detail>[^]*))?$/;

const BROKEN_OFF =
	/context canceled|code = Canceled|code = NotFound|no running task found|container (?:is )?not (?:found|running|created)|CONTAINER_EXITED|cannot exec in a (?:stopped|deleted)|process is not running|container has stopped/i;

const STATUS = /statuscode: (\d{3})/;

type Texts = readonly (readonly [ProbeFault, RegExp])[];

const NO_COMMAND =
	/executable file not found|\b(?:exec|stat) .{0,200}: (?:no such file or directory|permission denied)|OCI runtime exec failed.{0,400}no such file|\b(?:sh|bash|ash): .{0,100}not found/;

/** The first that fits counts. */
const TEXTS: Readonly<Record<Probe['how'], Texts>> = {
	http: [
		['status', STATUS],
		[
			'no-port',
			/\bport \S{1,100} not found|couldn't find port|invalid port number|parsing ".{0,100}": invalid syntax/,
		],
		['refused', /connection refused|ECONNREFUSED/i],
		[
			'tls',
			/HTTP response to HTTPS client|malformed HTTP (?:response|version|status)|\btls: |x509: |TLS handshake/,
		],
		[
			'unreachable',
			/\bdial tcp .{0,200}i\/o timeout|waiting for connection|no route to host|network is unreachable|no such host/,
		],
		['timeout', /Client\.Timeout|deadline exceeded|i\/o timeout|timed out/],
		['cut', /\bEOF\b|reset by peer|broken pipe|server closed/],
	],
	tcp: [
		[
			'no-port',
			/\bport \S{1,100} not found|couldn't find port|invalid port number|parsing ".{0,100}": invalid syntax/,
		],
		['refused', /connection refused|ECONNREFUSED/i],
		['unreachable', /timeout|timed out|deadline exceeded|no route to host|network is unreachable|no such host/],
	],
	grpc: [
		['unhealthy', /service unhealthy|NOT_SERVING|SERVICE_UNKNOWN|does not implement the grpc health/],
		['no-port', /\bport \S{1,100} not found|couldn't find port|invalid port number/],
		['refused', /connection refused|ECONNREFUSED/i],
		['tls', /\btls: |x509: |error reading server preface/],
		['unreachable', /failed to connect service|no route to host|network is unreachable/],
		['timeout', /timeout|timed out|deadline exceeded/i],
	],
	exec: [
		['timeout', /^command .{0,4000}timed out|DeadlineExceeded|timeout .{1,40} exceeded|context deadline exceeded/],
		['no-command', NO_COMMAND],
		['unhealthy', /^/],
	],
};

function faultOf(detail: string, how: Probe['how']): ProbeFault {
	return TEXTS[how].find(([, pattern]) => pattern.test(detail))?.[0] ?? 'other';
}

/** Whether it fails as with a server that is not up: nobody is there, or a command says that it is starting. */
export function isNotUp({fault, detail}: Pick<ProbeFailure, 'fault' | 'detail'>): boolean {
	return fault === 'refused' || fault === 'unreachable' || (fault === 'unhealthy' && NOT_UP.test(detail));
}

/** `pg_isready`, `redis-cli`, `mysqladmin`, `curl`. */
const NOT_UP =
	/connection refused|no response|rejecting connections|starting up|\bLOADING\b|failed to connect|could(?: not|n't) connect|can't connect/i;

/** Answers that do not change while the program and the probe are as they are: 408, 425 and 429 pass. */
export function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}
