import type {Clock} from '../../lib/clock.ts';
import {FaultError} from '../fault.ts';
import type {Transport} from '../ports.ts';
import {readBeginning} from './body.ts';

/** From the question to the last byte. */
const DOCUMENT_MS_MAX = 10_000;

/** The API server itself takes objects of up to 1.5 MB (etcd); short lists are a little longer. */
const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;

/** One small document, read whole. Throws FaultError, or Cancelled. */
export async function readJson(
	ask: Transport['ask'],
	{bytesMax = DOCUMENT_BYTES_MAX, ...request}: Parameters<Transport['json']>[0],
	where: string,
	clock: Clock,
): Promise<unknown> {
	const limit = new AbortController();
	const stop = (): void => limit.abort();
	if (request.signal.aborted) stop();
	request.signal.addEventListener('abort', stop, {once: true});
	const cancel = clock.after(DOCUMENT_MS_MAX, stop);
	try {
		const {body} = await ask({...request, signal: limit.signal});
		const {text, isWhole, error} = await readBeginning(body, bytesMax);
		if (error !== undefined) throw error;
		if (!isWhole) throw protocolFault(`${where} sent more than the ${bytesMax} bytes that were expected.`);
		return parse(text, where);
	} catch (error) {
		if (!limit.signal.aborted || request.signal.aborted) throw error;
		throw new FaultError(
			{kind: 'timeout', message: `${where} did not answer within ${DOCUMENT_MS_MAX / 1000} s.`},
			{cause: error},
		);
	} finally {
		cancel();
		request.signal.removeEventListener('abort', stop);
	}
}

function parse(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new FaultError(
			{kind: 'protocol', message: `${where} sent JSON that is not whole or not right.`},
			{cause: error},
		);
	}
}

function protocolFault(message: string): FaultError {
	return new FaultError({kind: 'protocol', message});
}
