import type {ClientRequest, IncomingMessage} from 'node:http';
import type {Clock} from '../../lib/clock.ts';
import {messageOf} from '../../lib/failure.ts';
import {FaultError} from '../fault.ts';
import {type Exchange, isCut, type Outcome} from './exchange.ts';
import {codeOf} from './network-fault.ts';

/** Servers send pieces of 32 KB; one that sends more than this at once means no good. */
const MESSAGE_BYTES_MAX = 1024 * 1024;

/** For the other end to say goodbye too. */
const CLOSE_MS_MAX = 2_000;

/**
 * Sends a request to become a WebSocket (RFC 6455) and waits for the answer, whichever that is. An open socket is paused, and has a
 * listener for errors. Never throws.
 */
export async function openWebSocket(terms: Exchange, protocols: readonly string[], clock: Clock): Promise<Outcome> {
	const {isTls, host, port, agent, path, headers, headTimeoutMs, signal} = terms;
	// Only who forwards a port needs it.
	const {WebSocket} = await import('ws');
	const address = `${isTls ? 'wss' : 'ws'}://${host.includes(':') ? `[${host}]` : host}:${port}/`;
	return new Promise(resolve => {
		let request: ClientRequest | undefined;
		let answered: IncomingMessage | undefined;
		const options = {
			agent,
			// Its types know no header that repeats; it hands them to Node as they are.
			headers: headers as Record<string, string>,
			perMessageDeflate: false,
			maxPayload: MESSAGE_BYTES_MAX,
			closeTimeout: CLOSE_MS_MAX,
			finishRequest(toSend: ClientRequest) {
				request = toSend;
				// As it is, and whole where a proxy is asked: a URL would be written in other words.
				request.path = path;
				request.end();
			},
		};
		const socket = new WebSocket(address, [...protocols], options);
		const cancelTimeout = clock.after(headTimeoutMs, () => {
			const message = `${host}:${port} gave no answer within ${headTimeoutMs / 1000} s.`;
			settle({error: new FaultError({kind: 'timeout', message}), isStale: false});
			socket.terminate();
		});
		const stop = (): void => {
			settle({error: signal.reason, isStale: false});
			socket.terminate();
		};
		const settle = (outcome: Outcome): void => {
			cancelTimeout();
			signal.removeEventListener('abort', stop);
			resolve(outcome);
		};
		socket.on('unexpected-response', (_request, response) => settle({response}));
		socket.on('upgrade', response => (answered = response));
		socket.on('open', () => {
			socket.pause();
			if (answered !== undefined) settle({response: answered, socket});
		});
		// Stays on: what comes later is told by the close that follows.
		socket.on('error', error =>
			settle({
				error: codeOf(error) === '' ? notOurs(error, `${host}:${port}`) : error,
				isStale: request?.reusedSocket === true && isCut(error),
			}),
		);
		signal.addEventListener('abort', stop, {once: true});
		if (signal.aborted) stop();
	});
}

/** Errors of the package itself have no code: they tell of an answer that is against the protocol. */
function notOurs(error: unknown, where: string): FaultError {
	const message = `${where} opens no WebSocket of the kind that was asked for (${messageOf(error)}).`;
	return new FaultError({kind: 'protocol', message}, {cause: error});
}
