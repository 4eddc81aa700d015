import type {IncomingMessage} from 'node:http';
import type {WebSocket} from 'ws';
import type {Clock} from '../../lib/clock.ts';
import {type Fault, FaultError} from '../fault.ts';
import type {Answer, Ask, ClusterAccess, Transport, Upgrade} from '../ports.ts';
import {type Agents, createAgents, destroyAgents, retireAgents} from './agents.ts';
import {answerFault, isHtml} from './answer-fault.ts';
import {openBody, readBeginning} from './body.ts';
import {clientCertificateExpiry, serverCertificateExpiry} from './certificate-dates.ts';
import {clockAheadOf} from './clock-ahead.ts';
import {createCourses, type Course, orAborted} from './course.ts';
import {exchange, type Outcome} from './exchange.ts';
import {codeOf, faultError, isUntrusted, networkFault} from './network-fault.ts';
import {readJson} from './read-json.ts';
import {requestTo} from './request-to.ts';
import {openWebSocket} from './web-socket.ts';

type Identity = Awaited<ReturnType<ClusterAccess['credentials']['read']>>;
type Sent = Extract<Outcome, {response: IncomingMessage}>;

/** A Status is far shorter; the sentence in it is what we want. */
const REFUSAL_BYTES_MAX = 64 * 1024;

/** A refusal whose body does not come is shown without its words. */
const REFUSAL_MS_MAX = 5_000;

/** Each kept connection may turn out to be closed once, and there are at most so many of them. */
const STALE_TRIES_MAX = 33;

/** See Transport. Nothing is sent before the first request. */
export function createTransport(
	access: ClusterAccess,
	{clock, userAgent}: {readonly clock: Clock; readonly userAgent: string},
): Transport {
	const where = access.server.host;
	const courses = createCourses();
	let agents: Agents | undefined;
	let latencyMs: number | undefined;
	let clockAheadMs = 0;

	async function ask(request: Ask): Promise<Answer> {
		const course = courses.start(request.signal);
		try {
			const {response} = await sendTwiceIfUnauthorized(request, course.signal, exchange);
			const answer = answerOf(response, course);
			const fault = request.isProxied === true ? undefined : await faultOf(answer, request);
			if (fault === undefined) return answer;
			answer.body.destroy();
			throw new FaultError(fault);
		} catch (error) {
			course.release();
			throw course.signal.aborted ? course.signal.reason : faultError(error, where);
		}
	}

	async function upgrade({protocols, ...request}: Upgrade): Promise<WebSocket> {
		const course = courses.start(request.signal);
		// A kubelet answers 406 to who would take JSON.
		const asked: Ask = {...request, accept: '*/*', compress: false};
		try {
			const open: typeof exchange = terms => openWebSocket(terms, protocols, clock);
			const {response, socket} = await sendTwiceIfUnauthorized(asked, course.signal, open);
			if (socket !== undefined) return hold(socket, course);
			const answer = answerOf(response, course);
			const message = `${where} opens no WebSocket: it answered ${answer.status}.`;
			const fault = (await faultOf(answer, asked)) ?? {kind: 'protocol', message};
			answer.body.destroy();
			throw new FaultError(fault);
		} catch (error) {
			course.release();
			throw course.signal.aborted ? course.signal.reason : faultError(error, where);
		}
	}

	/** A socket that ends when its asker gives up, or all does. */
	function hold(socket: WebSocket, {signal, release}: Course): WebSocket {
		const stop = (): void => socket.terminate();
		socket.once('close', () => {
			signal.removeEventListener('abort', stop);
			release();
		});
		signal.addEventListener('abort', stop, {once: true});
		if (signal.aborted) stop();
		return socket;
	}

	function answerOf(response: IncomingMessage, {signal, release}: Course): Answer {
		const body = openBody(response, {where, signal, onClose: release});
		return {status: response.statusCode ?? 0, headers: response.headers, body};
	}

	async function sendTwiceIfUnauthorized(request: Ask, signal: Course['signal'], by: typeof exchange): Promise<Sent> {
		const used = await orAborted(access.credentials.read(), signal);
		const sent = await send(request, used, signal, by);
		if (sent.response.statusCode !== 401 || request.isProxied === true) return sent;
		sent.response.on('error', () => undefined).destroy();
		// Another request may have renewed them meanwhile: a login program is not run once for each of them.
		if (isSame(used, await orAborted(access.credentials.read(), signal))) access.credentials.forget();
		return send(request, await orAborted(access.credentials.read(), signal), signal, by);
	}

	async function send(
		request: Ask,
		identity: Identity,
		signal: Course['signal'],
		by: typeof exchange,
	): Promise<Sent> {
		const {plain, lasting} = agentsFor(identity);
		const isLasting = request.compress === false;
		for (let tries = 1; ; tries++) {
			const sentAt = clock.now();
			const terms = requestTo(access, request, identity.authorization, userAgent);
			const outcome = await by({...terms, agent: isLasting ? lasting : plain, signal}, clock);
			if ('response' in outcome) {
				// A pod behind the server has a pace and a clock of its own.
				if (request.isProxied === true) return outcome;
				if (!isLasting) latencyMs = Math.max(0, clock.now() - sentAt);
				clockAheadMs = clockAheadOf(outcome.response.headers.date, sentAt, clock.now()) ?? clockAheadMs;
				return outcome;
			}
			const mayRepeat =
				outcome.isStale && (request.method ?? 'GET') === 'GET' && tries < STALE_TRIES_MAX && !signal.aborted;
			if (!mayRepeat) throw await explained(outcome.error);
		}
	}

	/** New connections for a new client certificate. */
	function agentsFor({cert, key}: Identity): Agents {
		const pair = {...(cert && {cert}), ...(key && {key})};
		if (agents !== undefined && isSame(agents.pair, pair)) return agents;
		if (agents !== undefined) retireAgents(agents);
		agents = createAgents(access, pair, clock, courses.closing);
		return agents;
	}

	async function explained(error: unknown): Promise<unknown> {
		const code = codeOf(error);
		if (access.tls.ca === undefined && isUntrusted(code)) {
			const message = `${where} shows a certificate that nobody known to this machine has signed: the kubeconfig names no certificate-authority for it.`;
			return new FaultError({kind: 'tls', message}, {cause: error});
		}
		if (code !== 'CERT_HAS_EXPIRED') return error;
		const date = await serverCertificateExpiry(access, clock);
		if (date === undefined) return error;
		const message = `${where} shows a certificate that expired on ${date}: it must be renewed (or this machine's clock is wrong).`;
		return new FaultError({...networkFault(error, where), message}, {cause: error});
	}

	async function faultOf({status, headers, body}: Answer, request: Ask): Promise<Fault | undefined> {
		const isPage = isHtml(headers) && (request.accept ?? 'json').includes('json');
		if (status >= 200 && status < 300 && !isPage) return undefined;
		const cancel = clock.after(REFUSAL_MS_MAX, () => body.destroy());
		const {text} = await readBeginning(body, REFUSAL_BYTES_MAX);
		cancel();
		const fault = answerFault({status, headers, text, where, now: clock.now()});
		return fault.kind === 'unauthorized' ? {...fault, message: unauthorizedWords(fault.message)} : fault;
	}

	/** An API server says nothing but `Unauthorized`, which is no sentence for anybody. */
	function unauthorizedWords(said: string): string {
		const date = clientCertificateExpiry(agents?.pair.cert, clock.now());
		const user = access.userName === '' ? '' : ` of the user ${access.userName}`;
		if (date !== undefined) return `The client certificate${user} expired on ${date}.`;
		return said === 'Unauthorized' ? `${where} does not accept the login${user} (401): log in again.` : said;
	}

	return {
		ask,
		upgrade,
		json: request => readJson(ask, request, where, clock),
		get latencyMs() {
			return latencyMs;
		},
		get clockAheadMs() {
			return clockAheadMs;
		},
		close() {
			courses.close(new FaultError({kind: 'unreachable', message: `The connection to ${where} was closed.`}));
			if (agents !== undefined) destroyAgents(agents);
			access.credentials.stop?.();
		},
	};
}

function isSame(a: Identity, b: Identity): boolean {
	return a.authorization === b.authorization && isSameBytes(a.cert, b.cert) && isSameBytes(a.key, b.key);
}

function isSameBytes(a: Buffer | undefined, b: Buffer | undefined): boolean {
	return a === b || (a !== undefined && b !== undefined && a.equals(b));
}
