import {Cancelled} from '../lib/failure.ts';
import type {Fault} from '../model/connection.ts';
import {FaultError} from './fault.ts';
import type {Transport} from './ports.ts';

/** The end of a log, or why there is none to read. */
export type LogEnd = {readonly text: string} | {readonly fault: Fault};

/** A traceback of nested exceptions has some hundred lines. */
const LINES_MAX = 400;

/** What is kept of them: the last of it. */
const BYTES_KEPT = 64 * 1024;

/** Lines may be long: beyond this it is no log that a person reads. */
const BYTES_MAX = 4 * 1024 * 1024;

/**
 * The last lines of a container's log with their times. The kubelet cuts by lines from the end but by bytes from the start, so
 * bytes are bounded here. Faults are values, and so is the end of a read that was stopped.
 * @param target `previous`: of the run before
 */
export async function readLogEnd(
	transport: Transport,
	target: {
		readonly namespace: string;
		readonly pod: string;
		readonly container: string;
		readonly previous: boolean;
	},
	signal: AbortSignal,
): Promise<LogEnd> {
	const {namespace, pod, container, previous} = target;
	const query = new URLSearchParams({container, tailLines: String(LINES_MAX), timestamps: 'true'});
	if (previous) query.set('previous', 'true');
	const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/log?${query.toString()}`;
	try {
		const {body} = await transport.ask({path, accept: '*/*', signal, compress: false});
		const kept: Buffer[] = [];
		let [size, total] = [0, 0];
		for await (const chunk of body) {
			const piece = chunk as Buffer;
			kept.push(piece);
			size += piece.length;
			total += piece.length;
			while (size - (kept[0]?.length ?? 0) >= BYTES_KEPT) size -= kept.shift()?.length ?? 0;
			if (total > BYTES_MAX) break;
		}
		return {text: Buffer.concat(kept).subarray(-BYTES_KEPT).toString()};
	} catch (error) {
		if (error instanceof FaultError) return {fault: error.fault};
		if (error instanceof Cancelled) return {fault: {kind: 'unreachable', message: 'the reading was stopped'}};
		throw error;
	}
}
