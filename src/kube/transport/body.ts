import type {IncomingMessage} from 'node:http';
import {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {FaultError} from '../fault.ts';
import {faultError} from './network-fault.ts';

/** Each piece is a turn through Node's streams: at its own 16 KB a list of 62 MB would take four thousand. */
const GUNZIP_CHUNK_BYTES = 128 * 1024;

export interface BodyTerms {
	/** Host and port, for the words of a fault. */
	readonly where: string;
	/** Ends the body with its reason as the error. */
	readonly signal: AbortSignal;
	/** The body has ended, well or not. */
	readonly onClose: () => void;
}

/**
 * The decompressed body of an answer. It fails only with FaultError or Cancelled; a failure that nobody listens to is silent.
 * Destroying it ends the request. It reads no faster than it is read.
 */
export function openBody(response: IncomingMessage, {where, signal, onClose}: BodyTerms): Readable {
	const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
	const isGzip = encoding === 'gzip' || encoding === 'x-gzip';
	const source = isGzip ? createGunzip({chunkSize: GUNZIP_CHUNK_BYTES}) : response;
	const body = new Readable({
		read: () => source.resume(),
		destroy(error, done) {
			source.destroy();
			response.destroy();
			done(error);
		},
	});
	const fail = (error: unknown): void => {
		body.destroy(faultError(error, where));
	};
	const stop = (): void => fail(signal.reason);
	body.on('error', () => undefined);
	body.once('close', () => {
		signal.removeEventListener('abort', stop);
		onClose();
	});
	response.on('error', fail);
	if (isGzip) response.pipe(source as ReturnType<typeof createGunzip>).on('error', fail);
	source.on('data', (chunk: Buffer) => {
		if (!body.push(chunk)) source.pause();
	});
	source.on('end', () => body.push(null));
	source.on('close', () => {
		if (!body.readableEnded && !source.readableEnded)
			fail(Object.assign(new Error('closed'), {code: 'ECONNRESET'}));
	});
	source.pause();
	if (signal.aborted) stop();
	else signal.addEventListener('abort', stop, {once: true});
	if (!isGzip && encoding !== 'identity') {
		fail(
			new FaultError({
				kind: 'protocol',
				message: `${where} answered in the encoding ${encoding}, which was not asked for.`,
			}),
		);
	}
	return body;
}

/** The first `bytesMax` bytes as text; what fails on the way ends it early. `isWhole` tells whether that was all. */
export async function readBeginning(
	body: Readable,
	bytesMax: number,
): Promise<{text: string; isWhole: boolean; error?: Error}> {
	const chunks: Buffer[] = [];
	let size = 0;
	const text = (): string => Buffer.concat(chunks).subarray(0, bytesMax).toString();
	try {
		for await (const chunk of body) {
			chunks.push(chunk as Buffer);
			size += (chunk as Buffer).length;
			if (size > bytesMax) return {text: text(), isWhole: false}; // Leaving the loop destroys the body.
		}
		return {text: text(), isWhole: true};
	} catch (error) {
		return {text: text(), isWhole: false, error: error instanceof Error ? error : new Error(String(error))};
	}
}
