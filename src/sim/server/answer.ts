import type {IncomingMessage, ServerResponse} from 'node:http';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {Refusal} from '../refusal.ts';

const compress = promisify(gzip);

/** The API server compresses answers from this size on, when the client takes gzip. */
const GZIP_FROM_BYTES = 128 * 1024;

/** Sends a whole answer. */
export async function sendText(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	type: string,
	text: string,
): Promise<void> {
	const bytes = Buffer.from(text);
	const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
	const isCompressed = takesGzip && bytes.length > GZIP_FROM_BYTES;
	const body = isCompressed ? await compress(bytes, {level: 1}) : bytes;
	response.writeHead(status, {
		'Cache-Control': 'no-cache, private',
		'Content-Type': type,
		'Content-Length': body.length,
		...(isCompressed ? {'Content-Encoding': 'gzip', Vary: 'Accept-Encoding'} : {}),
	});
	response.end(body);
}

export function sendJson(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	value: unknown,
): Promise<void> {
	return sendText(request, response, status, 'application/json', JSON.stringify(value));
}

/** A refusal as its Status body; anything else that was thrown is a bug here, and says so with 500. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, thrown: unknown): Promise<void> {
	const refusal =
		thrown instanceof Refusal
			? thrown
			: new Refusal(500, 'InternalError', `Internal error occurred: ${String(thrown)}`);
	return sendJson(request, response, refusal.body.code, refusal.body);
}
