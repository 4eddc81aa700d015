import type {LogRecord} from '../../src/model/log.ts';
import type {LogFormat} from '../../src/telemetry/contract.ts';
import {createSeededRandom} from '../support/random.ts';
import {logRecord, logSource, request} from '../support/log-records.ts';

/** So many lines of about 200 bytes over 20 pods: requests with durations, and one in fifty a warning. Read as a session reads them. */
export function logLines(count: number): LogRecord[] {
	const random = createSeededRandom(3);
	const sources = Array.from({length: 20}, (_, index) =>
		logSource(`api-7f9c5d-x${index.toString(36).padStart(4, '0')}`),
	);
	return Array.from({length: count}, (_, seq) => {
		const status = random() < 0.02 ? 500 : 200;
		const durationMs = Math.round(random() * 900);
		const path = `/items/${Math.floor(random() * 1e6)}?page=${seq % 97}`;
		const message = status === 500 ? 'QueuePool limit of size 5 overflow 10 reached, connection timed out' : '';
		const text = `level=${status === 500 ? 'warning' : 'info'} method=GET path=${path} status=${status} duration_ms=${durationMs} id=${String(seq).padStart(32, '0')} agent="python-httpx/0.28.1" msg="${message}" worker=${seq % 4} region=eu-central`;
		// A line from a socket is a string of its own, no rope of parts.
		const flat = Buffer.from(text.padEnd(200, '.')).toString('latin1');
		return logRecord(seq, flat, {
			at: Date.UTC(2026, 10, 24, 12) + seq / 4,
			source: sources[seq % sources.length] ?? logSource(),
			format: 'logfmt',
			level: status === 500 ? 'warn' : 'info',
			message,
			request: request({path, status, durationMs}),
		});
	});
}

/** Enough of a format to take these lines apart. */
export const lineFormat: LogFormat = {
	id: 'logfmt',
	title: 'logfmt',
	rank: 1,
	parse: () => undefined,
	fields: text => [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const),
};
