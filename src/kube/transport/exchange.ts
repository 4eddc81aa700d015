import http, {type Agent, type IncomingMessage, type OutgoingHttpHeaders} from 'node:http';
import https from 'node:https';
import type {Clock} from '../../lib/clock.ts';
import type {WebSocket} from 'ws';
import {FaultError} from '../fault.ts';

export interface Exchange {
	readonly isTls: boolean;
	readonly host: string;
	readonly port: number;
	readonly agent: Agent;
	readonly method: string;
	readonly path: string;
	readonly headers: OutgoingHttpHeaders;
	readonly text: string | undefined;
	readonly headTimeoutMs: number;
	/** Its reason is an Error. */
	readonly signal: AbortSignal;
}

export type Outcome =
	/** With a socket when it has become one. */
	| {readonly response: IncomingMessage; readonly socket?: WebSocket}
	/** `isStale`: the server had closed a kept connection before it saw the request. */
	| {readonly error: unknown; readonly isStale: boolean};

/** Sends one request and waits for the head of its answer. Never throws. */
export function exchange(terms: Exchange, clock: Clock): Promise<Outcome> {
	const {isTls, host, port, agent, method, path, headers, text, headTimeoutMs, signal} = terms;
	return new Promise(resolve => {
		const send = isTls ? https.request : http.request;
		const request = send({host, port, agent, method, path, headers});
		const cancelTimeout = clock.after(headTimeoutMs, () => {
			const message = `${host}:${port} gave no answer within ${headTimeoutMs / 1000} s.`;
			request.destroy(new FaultError({kind: 'timeout', message}));
		});
		const stop = (): void => {
			request.destroy(signal.reason);
		};
		const settle = (outcome: Outcome): void => {
			cancelTimeout();
			signal.removeEventListener('abort', stop);
			resolve(outcome);
		};
		request.on('response', response => settle({response}));
		// Stays on after the answer: what comes later is told by the body.
		request.on('error', error => settle({error, isStale: request.reusedSocket && isCut(error)}));
		request.on('close', () =>
			settle({error: Object.assign(new Error('closed'), {code: 'ECONNRESET'}), isStale: false}),
		);
		signal.addEventListener('abort', stop, {once: true});
		if (signal.aborted) stop();
		request.end(text);
	});
}

/** Whether the other end has gone away. */
export function isCut(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}
