import type {IncomingMessage} from 'node:http';
import type {Clock} from '../../lib/clock.ts';
import {Cancelled} from '../../lib/failure.ts';
import type {ScrapeFailure} from '../../model/scrape.ts';
import {type Fault, FaultError} from '../fault.ts';
import {openBody} from '../transport/body.ts';
import {exchange} from '../transport/exchange.ts';
import {networkFault} from '../transport/network-fault.ts';
import {ACCEPT, type Attempt, failed, SCRAPE_MS_MAX, type ScrapeTarget} from './attempt.ts';
import {readAnswer} from './read-answer.ts';
import type {TakenTunnel, Tunnels} from './tunnels.ts';

/** An app that hangs up on us before the next scrape needs no tunnel until then. */
const KEPT_S_MIN = 15;

/** What a refused tunnel means for a scrape; all else is trouble of the cluster. */
const KINDS: Partial<Record<Fault['kind'], ScrapeFailure['kind']>> = {
	forbidden: 'forbidden',
	missing: 'gone',
	server: 'unreachable',
	protocol: 'unreachable',
	timeout: 'timeout',
};

/** Asks for metrics through a tunnel to the port, as from within the pod: where it listens on its loopback only, too. Never throws. */
export async function scrapeByTunnel(
	tunnels: Tunnels,
	target: ScrapeTarget,
	clock: Clock,
	signal: AbortSignal,
): Promise<Attempt> {
	const {namespace, pod, endpoint} = target;
	const {scheme, port} = endpoint;
	for (let fresh = false; ; fresh = true) {
		let tunnel: TakenTunnel;
		try {
			tunnel = await tunnels.take({namespace, pod, scheme, port}, fresh, signal);
		} catch (error) {
			if (error instanceof FaultError) return refused(error.fault, target);
			if (error instanceof Cancelled) return failed('cluster', 'the reading was stopped');
			throw error;
		}
		try {
			const attempt = await askThrough(tunnel, target, clock, signal);
			if (attempt !== 'stale') return attempt;
		} finally {
			tunnel.end();
		}
	}
}

async function askThrough(
	tunnel: TakenTunnel,
	{pod, ip, endpoint: {scheme, port, path}}: ScrapeTarget,
	clock: Clock,
	signal: AbortSignal,
): Promise<Attempt | 'stale'> {
	const {agent, isUsed} = tunnel;
	const where = `port ${port} of ${pod}`;
	const terms = {isTls: false, host: 'localhost', port, agent, method: 'GET', path, text: undefined, signal};
	// As probes and Prometheus call it: whoever heeds its name knows this one. TLS has been spoken already where it is.
	const host = ip === '' ? 'localhost' : ip.includes(':') ? `[${ip}]` : ip;
	const headers = {Host: `${host}:${port}`, Accept: ACCEPT, 'Accept-Encoding': 'gzip', 'User-Agent': 'dogwatch'};
	const outcome = await exchange({...terms, headers, headTimeoutMs: SCRAPE_MS_MAX}, clock);
	if ('error' in outcome) {
		if (isUsed && !signal.aborted) return 'stale';
		const words = scheme === 'https' ? 'does not speak TLS, or not to us' : 'cannot be asked';
		const {error} = outcome;
		const message = error instanceof FaultError ? error.fault.message : networkFault(error, where).message;
		return failed('unreachable', `${where} ${words}: ${message}`, true);
	}
	const {response} = outcome;
	const body = openBody(response, {where, signal, onClose: () => undefined});
	const attempt = await readAnswer({status: response.statusCode ?? 0, headers: response.headers, body}, path);
	if ('text' in attempt && mayBeKept(response)) tunnel.keep();
	return attempt;
}

function mayBeKept({headers, httpVersion}: IncomingMessage): boolean {
	const seconds = /\btimeout=(\d{1,6})/.exec(String(headers['keep-alive'] ?? ''))?.[1];
	const isClosing = httpVersion === '1.0' || /\bclose\b/i.test(headers.connection ?? '');
	return !isClosing && (seconds === undefined || Number(seconds) > KEPT_S_MIN);
}

function refused(fault: Fault, {namespace}: ScrapeTarget): Attempt {
	// A server that knows no tunnels says of the path what others say of the pod.
	const isPodGone = fault.message.startsWith('pods "');
	const kind = fault.kind === 'missing' && !isPodGone ? 'unreachable' : (KINDS[fault.kind] ?? 'cluster');
	const {retryAfterMs} = fault;
	// Newer servers want `create` beside `get` (measured on 1.35), and when that is missing say only that it is forbidden.
	const create = /is forbidden: *$/.test(fault.message) ? `create pods/portforward in ${namespace}` : undefined;
	const permission = fault.permission ?? create;
	if (kind === 'forbidden' && permission !== undefined)
		return {failure: {kind, message: `no right to ${permission}`, permissions: [permission]}, isOfTheWay: true};
	return {
		failure: {kind, message: fault.message, ...(retryAfterMs !== undefined && {retryAfterMs})},
		isOfTheWay: kind !== 'cluster' && kind !== 'gone',
	};
}
