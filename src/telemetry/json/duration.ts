import {namedDurationMs} from '../line/duration.ts';

/** A duration as a record holds it. */
export interface Duration {
	readonly unit: Unit;
	readonly name: string;
	readonly value: number | string;
}

/** `bare`: its name says nothing of its unit. */
export type Unit = 'ns' | 'us' | 'ms' | 's' | 'bare';

/** Who wrote a record, as far as a number depends on it. */
export type Producer =
	/** Go's `slog` and logrus: a `time.Duration` is a number of nanoseconds. */
	| 'go'
	/** Seconds. */
	| 'zap'
	/** Python programs measure seconds. */
	| 'python'
	/** pino, lograge, Envoy and everybody else. */
	| 'milliseconds';

/** The unit of a key that holds a duration of a request; undefined when it holds none. */
export function durationKey(name: string): Unit | undefined {
	return UNITS.get(name);
}

/** In milliseconds; undefined when it is none. A heuristic where the key names no unit. */
export function durationMs({unit, name, value}: Duration, producer: Producer): number | undefined {
	const named = typeof value === 'string' ? namedDurationMs(value) : undefined;
	if (named !== undefined) return named;
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return undefined;
	const nanoseconds = number * NANOSECONDS[unit === 'bare' ? unitOf(number, name, producer) : unit];
	return Math.round(nanoseconds) / 1e6;
}

function unitOf(number: number, name: string, producer: Producer): Exclude<Unit, 'bare'> {
	if (producer === 'zap') return 's';
	const isWhole = Number.isInteger(number);
	if (isWhole && number >= (producer === 'go' ? GO_NANOSECONDS_MIN : NANOSECONDS_MIN)) return 'ns';
	if (SECONDS.has(name)) return 's';
	return producer === 'python' && !isWhole && number < SECONDS_MAX ? 's' : 'ms';
}

/** 10 µs: no server is faster, and no request takes so many milliseconds. */
const GO_NANOSECONDS_MIN = 10_000;
const NANOSECONDS_MIN = 1_000_000;
const SECONDS_MAX = 1000;

const NANOSECONDS = {ns: 1, us: 1e3, ms: 1e6, s: 1e9} as const;

/** nginx and the sample of Starlette's middleware write seconds under these names. */
const SECONDS: ReadonlySet<string> = new Set(['request_time', 'process_time', 'upstream_response_time', 'elapsed']);

const WORDS = [
	...['duration', 'elapsed', 'latency', 'took', 'response_time', 'request_time', 'process_time', 'processing_time'],
	...['execution_time', 'time_taken', 'elapsed_time', 'request_duration', 'response_duration', 'time'],
];

const ENDINGS: readonly (readonly [Unit, string])[] = [
	['ms', '_ms Ms _millis Millis _milliseconds Milliseconds'],
	['s', '_s _sec _secs _seconds Seconds S Sec'],
	['us', '_us _micros Micros _microseconds Us'],
	['ns', '_ns _nanos Nanos _nanoseconds Ns'],
];

const UNITS: ReadonlyMap<string, Unit> = new Map([
	...WORDS.filter(word => word !== 'time').flatMap(word =>
		bothCases(word).map((key): [string, Unit] => [key, 'bare']),
	),
	...WORDS.flatMap(word =>
		ENDINGS.flatMap(([unit, endings]) =>
			endings.split(' ').flatMap(ending => bothCases(word).map((key): [string, Unit] => [key + ending, unit])),
		),
	),
	// pino-http and Fastify; Traefik; the Elastic Common Schema; OpenTelemetry; Google's agent.
	['responseTime', 'ms'],
	['Duration', 'ns'],
	['event.duration', 'ns'],
	['http.server.request.duration', 's'],
	['httpRequest.latency', 's'],
	['record.extra.duration', 'bare'],
]);

/** `response_time`, `responseTime` */
function bothCases(word: string): readonly string[] {
	const camel = word.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
	return camel === word ? [word] : [word, camel];
}
