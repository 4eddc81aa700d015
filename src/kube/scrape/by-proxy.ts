import {Readable} from 'node:stream';
import {Cancelled} from '../../lib/failure.ts';
import type {ScrapeFailure} from '../../model/scrape.ts';
import {type Fault, FaultError} from '../fault.ts';
import type {Answer, Transport} from '../ports.ts';
import {answerFault, isStatus} from '../transport/answer-fault.ts';
import {readBeginning} from '../transport/body.ts';
import {ACCEPT, type Attempt, failed, SCRAPE_MS_MAX, type ScrapeTarget} from './attempt.ts';
import {readAnswer} from './read-answer.ts';

/** A Status is far shorter. */
const STATUS_BYTES_MAX = 64 * 1024;

/** What a Status of the API server means for a scrape; all else is trouble of the cluster. */
const KINDS: Partial<Record<Fault['kind'], ScrapeFailure['kind']>> = {
	forbidden: 'forbidden',
	missing: 'gone',
	server: 'unreachable',
	timeout: 'timeout',
};

/** Asks for metrics by the API server's proxy, which calls the pod's address (`pods/NAME:PORT/proxy/PATH`). Never throws. */
export async function scrapeByProxy(
	transport: Transport,
	target: ScrapeTarget,
	now: number,
	signal: AbortSignal,
): Promise<Attempt> {
	const {path} = target.endpoint;
	try {
		const request = {path: proxyPathOf(target), accept: ACCEPT, signal, headTimeoutMs: SCRAPE_MS_MAX};
		const answer = await transport.ask({...request, isProxied: true});
		if (answer.status < 400) return await readAnswer(answer, path);
		const {text} = await readBeginning(answer.body, STATUS_BYTES_MAX);
		return isStatus(text)
			? ofStatus(answer, text, target, now)
			: await readAnswer({...answer, body: Readable.from([])}, path);
	} catch (error) {
		if (error instanceof FaultError) return failed('cluster', error.fault.message);
		if (error instanceof Cancelled) return failed('cluster', 'the reading was stopped');
		throw error;
	}
}

function proxyPathOf({namespace, pod, endpoint: {scheme, port, path}}: ScrapeTarget): string {
	// The certificate of a pod is not looked at: nobody could know it.
	const name = `${scheme === 'https' ? 'https:' : ''}${encodeURIComponent(pod)}:${port}`;
	return `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${name}/proxy${path}`;
}

/** The API server speaks for itself: it did not let us, or did not reach the pod. */
function ofStatus({status, headers}: Answer, text: string, {namespace}: ScrapeTarget, now: number): Attempt {
	const fault = answerFault({status, headers, text, where: 'the API server', now});
	const kind = KINDS[fault.kind] ?? 'cluster';
	const {retryAfterMs} = fault;
	if (kind === 'forbidden') {
		const permission = fault.permission ?? `get pods/proxy in ${namespace}`;
		const failure = {kind, message: `no right to ${permission}`, permissions: [permission]};
		return {failure, isOfTheWay: true};
	}
	return {
		failure: {kind, message: fault.message, ...(retryAfterMs !== undefined && {retryAfterMs})},
		isOfTheWay: kind === 'unreachable' || kind === 'timeout',
	};
}
