import http, {type Agent} from 'node:http';
import https from 'node:https';
import type {Clock} from '../../lib/clock.ts';
import {messageOf} from '../../lib/failure.ts';
import {FaultError} from '../fault.ts';
import type {ClusterAccess} from '../ports.ts';
import {connectThrough} from './proxy-connection.ts';
import {type ClientPair, proxyTlsOptions, serverTlsOptions} from './tls-options.ts';

/** Plain requests at once; more wait. An API server gives one client about that many before it throttles. */
const SOCKETS_MAX = 32;

/** Keeps routers from forgetting a quiet watch; most do so after minutes. */
const KEEP_ALIVE_MS = 30_000;

/** Node's 250 ms gives up on an address that is merely far away. */
const ADDRESS_ATTEMPT_MS = 3_000;

/** Connections to one cluster with one client certificate. */
export interface Agents {
	readonly pair: ClientPair;
	/** For short requests, 32 at once. */
	readonly plain: Agent;
	/** For watches and logs, which stay for hours: as many as there are, so that they never keep a short request waiting. */
	readonly lasting: Agent;
}

/** Throws FaultError with kind `credential` when the client certificate cannot be used. */
export function createAgents(access: ClusterAccess, pair: ClientPair, clock: Clock, closing: AbortSignal): Agents {
	const create = agentMaker(access, pair, clock, closing);
	return {pair, plain: create(SOCKETS_MAX), lasting: create(Infinity)};
}

export function destroyAgents({plain, lasting}: Agents): void {
	plain.destroy();
	lasting.destroy();
}

/** Lets running requests end, and the idle connections go. */
export function retireAgents({plain, lasting}: Agents): void {
	for (const agent of [plain, lasting]) {
		for (const sockets of Object.values(agent.freeSockets)) sockets?.forEach(socket => socket.destroy());
	}
}

function agentMaker(
	access: ClusterAccess,
	pair: ClientPair,
	clock: Clock,
	closing: AbortSignal,
): (maxSockets: number) => Agent {
	const common = {keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MS, autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS};
	const isTls = access.server.protocol === 'https:';
	const {proxy, server} = access;
	const proxyTls = proxy?.protocol === 'https:' ? proxyTlsOptions(access, proxy) : undefined;
	const tls = isTls ? usableTlsOptions(access, pair) : undefined;
	return maxSockets => {
		const agent = isTls
			? new https.Agent({...common, ...tls, maxSockets})
			: new http.Agent({...common, maxSockets});
		if (proxy !== undefined) {
			agent.createConnection = (_options, whenOpen) => {
				connectThrough({proxy, proxyTls, server, tls, keepAliveMs: KEEP_ALIVE_MS, clock, closing}).then(
					socket => whenOpen?.(null, socket),
					error => whenOpen?.(error, undefined as never),
				);
				return undefined;
			};
		}
		return agent;
	};
}

function usableTlsOptions(access: ClusterAccess, pair: ClientPair): ReturnType<typeof serverTlsOptions> {
	try {
		return serverTlsOptions(access, pair);
	} catch (error) {
		const message = `The client certificate of the user ${access.userName} cannot be used (${messageOf(error)}).`;
		throw new FaultError({kind: 'credential', message}, {cause: error});
	}
}
