import type {Readable} from 'node:stream';
import type {Cancel, Clock} from '../../lib/clock.ts';
import {messageOf} from '../../lib/failure.ts';
import {FaultError} from '../fault.ts';
import type {Ask, Transport} from '../ports.ts';

/** Bookmarks come about once a minute (k8s.io/apiserver, bookmarkFrequency): 90 s without a byte is a dead connection. */
const SILENCE_MS_MAX = 90_000;

/**
 * Asks and gives the answer's body, which ends when the signal aborts, whether somebody reads it by then or not. Throws what `ask`
 * throws.
 */
export async function openBody(transport: Pick<Transport, 'ask'>, request: Ask): Promise<Readable> {
	const {body} = await transport.ask(request);
	const {signal} = request;
	// A connection may break before anybody reads: the reader finds the error in the stream.
	body.on('error', () => {});
	const abandon = (): void => {
		body.destroy();
	};
	if (signal.aborted) abandon();
	signal.addEventListener('abort', abandon, {once: true});
	body.once('close', () => signal.removeEventListener('abort', abandon));
	return body;
}

/** The chunks of a body that `openBody` gave; none once the signal has aborted. Throws FaultError: `unreachable` when it breaks, `timeout` when it falls silent. */
export async function* chunksOf(body: Readable, clock: Clock, signal: AbortSignal): AsyncGenerator<Buffer, void> {
	if (signal.aborted) return;
	let heardAt = clock.now();
	let silent = false;
	let cancel: Cancel;
	const listen = (delayMs: number): void => {
		cancel = clock.after(delayMs, () => {
			const restMs = heardAt + SILENCE_MS_MAX - clock.now();
			if (restMs > 0) listen(restMs);
			else {
				silent = true;
				body.destroy();
			}
		});
	};
	const stopListening = (): void => cancel();
	listen(SILENCE_MS_MAX);
	signal.addEventListener('abort', stopListening, {once: true});
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) {
			heardAt = clock.now();
			yield chunk;
		}
	} catch (thrown) {
		if (!silent) throw thrown instanceof FaultError ? thrown : lost(messageOf(thrown));
	} finally {
		stopListening();
		signal.removeEventListener('abort', stopListening);
	}
	if (silent)
		throw new FaultError({kind: 'timeout', message: `The server said nothing for ${SILENCE_MS_MAX / 1000} s.`});
}

function lost(message: string): FaultError {
	return new FaultError({kind: 'unreachable', message: `The connection was lost: ${message}`});
}
