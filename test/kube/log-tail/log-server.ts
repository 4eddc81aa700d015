import {Readable} from 'node:stream';
import {type Fault, FaultError} from '../../../src/kube/fault.ts';
import type {Transport} from '../../../src/kube/ports.ts';

/** The log of one container on a kubelet: it is asked in seconds, follows its newest run, and can be cut in any way. */
export interface LogServer {
	readonly transport: Transport;
	/** Query strings that were asked for, without what they all have. */
	readonly asked: readonly string[];
	/** The container writes lines; what follows the log is sent them in pieces of so many bytes. */
	write(...lines: readonly Line[]): void;
	/** Another run begins; the one before ends what follows it, as soon as it is sent. */
	restart(): void;
	/** Lines of the present run that a rotation took. */
	rotate(count: number): void;
	/** What is followed ends: as if it were whole, with a broken connection, or because the container writes no more. */
	end(): void;
	cut(): void;
	finish(): void;
	/** The next requests are refused with these, one after the other. */
	refuse(...faults: readonly Fault[]): void;
	/** No answer has a head before its first line, as the kubelet has it. */
	hang(): void;
	readonly open: number;
}

export interface Line {
	/** RFC 3339 with nine decimals. */
	readonly stamp: string;
	readonly text: string;
}

/** The stamp of second and nanosecond after noon. */
export function stampAt(seconds: number, nanos = 0): string {
	const whole = new Date(Date.UTC(2026, 10, 24, 12) + seconds * 1000).toISOString().slice(0, 19);
	return `${whole}.${String(nanos).padStart(9, '0')}Z`;
}

export function createLogServer({chunkBytes = 1000}: {readonly chunkBytes?: number} = {}): LogServer {
	const runs: Line[][] = [[]];
	const asked: string[] = [];
	const refusals: Fault[] = [];
	const bodies = new Set<Readable>();
	let ended = false;
	let hangs = false;
	const newest = (): Line[] => runs.at(-1) ?? [];
	const send = (body: Readable, lines: readonly Line[]): void => {
		const bytes = Buffer.from(lines.map(({stamp, text}) => `${stamp} ${text}\n`).join(''));
		for (let from = 0; from < bytes.length; from += chunkBytes) body.push(bytes.subarray(from, from + chunkBytes));
	};
	const endAll = (finish: (body: Readable) => void): void => {
		for (const body of bodies) finish(body);
		bodies.clear();
	};
	const ask: Transport['ask'] = ({path, signal}) => {
		const query = new URL(path, 'http://x').searchParams;
		asked.push([...query].filter(([name]) => !['container', 'timestamps'].includes(name)).join(' '));
		const refusal = refusals.shift();
		if (refusal !== undefined) return Promise.reject(new FaultError(refusal));
		if (signal.aborted) return Promise.reject(signal.reason as Error);
		const body = new Readable({read() {}});
		const isPrevious = query.get('previous') === 'true';
		if (isPrevious && runs.length < 2)
			return Promise.reject(
				new FaultError({
					kind: 'protocol',
					message: 'previous terminated container "api" in pod "api-1" not found',
				}),
			);
		const log = isPrevious ? (runs.at(-2) ?? []) : newest();
		const since = query.get('sinceTime')?.slice(0, 19) ?? '';
		const wanted = log.filter(({stamp}) => stamp.slice(0, 19) >= since);
		send(body, query.has('tailLines') ? lastOf(wanted, Number(query.get('tailLines'))) : wanted);
		if (isPrevious || ended) body.push(null);
		else {
			bodies.add(body);
			body.once('close', () => bodies.delete(body));
		}
		const answer = {status: 200, headers: {}, body};
		if (!hangs || body.readableLength > 0) return Promise.resolve(answer);
		return new Promise((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
			body.once('readable', () => resolve(answer));
			body.once('error', error => reject(new FaultError({kind: 'unreachable', message: error.message})));
		});
	};
	return {
		transport: {
			ask,
			json: () => Promise.reject(new Error('not asked by a tail')),
			upgrade: () => Promise.reject(new Error('not asked by a tail')),
			latencyMs: undefined,
			clockAheadMs: 0,
			close() {},
		},
		asked,
		write(...lines) {
			newest().push(...lines);
			for (const body of bodies) send(body, lines);
		},
		restart() {
			endAll(body => body.push(null));
			runs.push([]);
			ended = false;
		},
		rotate(count) {
			newest().splice(0, count);
		},
		end: () => endAll(body => body.push(null)),
		hang() {
			hangs = true;
		},
		finish() {
			ended = true;
			endAll(body => body.push(null));
		},
		cut: () => endAll(body => body.destroy(new Error('reset'))),
		refuse: (...faults) => void refusals.push(...faults),
		get open() {
			return bodies.size;
		},
	};
}

function lastOf(lines: readonly Line[], count: number): readonly Line[] {
	return count === 0 ? [] : lines.slice(-count);
}
