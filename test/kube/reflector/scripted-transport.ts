import {Readable} from 'node:stream';
import {type Fault, FaultError} from '../../../src/kube/fault.ts';
import type {Ask, Transport} from '../../../src/kube/ports.ts';

/** What a request is answered with: a whole body, a body that the test goes on writing to, or a refusal. */
export type Reply = string | Buffer[] | Readable | Fault;

export interface ScriptedTransport {
	readonly transport: Transport;
	/** What was asked, without the random time of a watch. */
	readonly asked: readonly string[];
	readonly requests: readonly Ask[];
	/** Bodies that were given and are not closed. */
	openBodies(): number;
}

/** A transport that plays the replies in order, and hangs when there are no more. It heeds the signal as the real one does. */
export function createScriptedTransport(script: readonly Reply[]): ScriptedTransport {
	const requests: Ask[] = [];
	const bodies: Readable[] = [];
	const replies = [...script];
	const transport: Transport = {
		async ask(request) {
			requests.push(request);
			const reply = replies.shift() ?? (await hang(request.signal));
			if (request.signal.aborted) throw request.signal.reason;
			if (typeof reply === 'object' && 'kind' in reply) throw new FaultError(reply);
			const body =
				reply instanceof Readable
					? reply
					: Readable.from(typeof reply === 'string' ? [Buffer.from(reply)] : reply);
			bodies.push(body);
			return {status: 200, headers: {}, body};
		},
		json: () => Promise.reject(new Error('not asked by a reflector')),
		upgrade: () => Promise.reject(new Error('not asked by a reflector')),
		latencyMs: undefined,
		clockAheadMs: 0,
		close() {},
	};
	return {
		transport,
		requests,
		get asked() {
			return requests.map(({path}) => path.replace(/&timeoutSeconds=\d+/, ''));
		},
		openBodies: () => bodies.filter(body => !body.destroyed).length,
	};
}

function hang(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
	});
}

/** A body that the test writes to: `push(text)`, `push(null)` for its end, `destroy(error)` for a broken connection. */
export function openEnd(...texts: string[]): Readable {
	const body = new Readable({read() {}});
	for (const text of texts) body.push(text);
	return body;
}
