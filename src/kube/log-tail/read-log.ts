import type {Readable} from 'node:stream';
import {messageOf} from '../../lib/failure.ts';
import {type Fault, FaultError} from '../fault.ts';
import type {Transport} from '../ports.ts';
import {openBody} from '../reflector/body.ts';
import type {LineReader} from './line-reader.ts';
import type {TakeTurn} from './turns.ts';

/**
 * The kubelet sends no head before the first line, and the API server none before the kubelet: a log that is silent gives no answer at
 * all. A dead connection is found by the socket's keep-alive.
 */
const HEAD_MS_MAX = 60 * 60_000;

/** How the reading of one answer ended. */
export type ReadEnd =
	| {readonly how: 'whole'}
	| {readonly how: 'fault'; readonly fault: Fault}
	/** It was left before its end. */
	| {readonly how: 'left'};

/** Asks for a log and reads the answer, no faster than its lines are taken. Never throws but what `lines` throws: that is a bug. */
export async function readLog(options: {
	readonly transport: Pick<Transport, 'ask'>;
	readonly path: string;
	readonly signal: AbortSignal;
	readonly lines: LineReader;
	/** The answer has begun. */
	readonly onHead: () => void;
	readonly takeTurn: TakeTurn | undefined;
}): Promise<ReadEnd> {
	const {transport, path, signal, lines, onHead, takeTurn} = options;
	const opened = await open(transport, path, signal);
	if (signal.aborted) return LEFT;
	if ('kind' in opened) return {how: 'fault', fault: opened};
	onHead();
	let fault: Fault | undefined;
	for await (const chunk of chunksOf(opened, broken => (fault = broken))) {
		if (signal.aborted) return LEFT;
		lines.push(chunk);
		const turn = takeTurn?.();
		if (turn !== undefined) await turn;
	}
	if (signal.aborted) return LEFT;
	if (fault !== undefined) return {how: 'fault', fault};
	lines.end();
	return {how: 'whole'};
}

const LEFT: ReadEnd = {how: 'left'};

async function open(transport: Pick<Transport, 'ask'>, path: string, signal: AbortSignal): Promise<Readable | Fault> {
	try {
		return await openBody(transport, {
			path,
			accept: '*/*',
			signal,
			compress: false,
			headTimeoutMs: HEAD_MS_MAX,
		});
	} catch (thrown) {
		if (thrown instanceof FaultError) return thrown.fault;
		if (signal.aborted) return {kind: 'unreachable', message: 'the reading was stopped'};
		throw thrown;
	}
}

/** The chunks of a body. That it broke is told, not thrown: only what its reader throws is. */
async function* chunksOf(body: Readable, onBroken: (fault: Fault) => void): AsyncGenerator<Buffer, void> {
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) yield chunk;
	} catch (thrown) {
		const message = `The connection was lost: ${messageOf(thrown)}`;
		onBroken(thrown instanceof FaultError ? thrown.fault : {kind: 'unreachable', message});
	}
}
