import http, {type Agent} from 'node:http';
import {connect as connectTls} from 'node:tls';
import type {Clock} from '../../lib/clock.ts';
import {openTunnel, type PodPort} from '../port-forward/open-tunnel.ts';
import type {Tunnel} from '../port-forward/tunnel.ts';
import type {Transport} from '../ports.ts';

/** Open at once, busy or kept: each is a connection of ours, one of the API server and one of a node. */
const TUNNELS_MAX = 8;

/** A port of a pod, and whether it speaks TLS. */
export interface TunnelTarget extends PodPort {
	readonly scheme: 'http' | 'https';
}

/** A tunnel that one request has for itself. */
export interface TakenTunnel {
	/** Its only connection is the tunnel. */
	readonly agent: Agent;
	/** It has carried requests already: the app may have closed it since. */
	readonly isUsed: boolean;
	/** Gives it back for the next request. */
	keep(): void;
	/** Gives it back, and ends it. */
	end(): void;
}

export interface Tunnels {
	/** The tunnel that is kept for the port, unless a `fresh` one is wanted; there are never more than eight. Throws FaultError or Cancelled. */
	take(target: TunnelTarget, fresh: boolean, signal: AbortSignal): Promise<TakenTunnel>;
	stop(): void;
}

interface Open {
	readonly key: string;
	readonly tunnel: Tunnel;
	readonly agent: Agent;
}

/** Tunnels, of which those that have nothing to do are kept while there is room, the newest longest. */
export function createTunnels(transport: Transport, clock: Clock): Tunnels {
	const life = new AbortController();
	/** The oldest first. */
	let kept: readonly Open[] = [];
	let busy = 0;
	const waiting: (() => void)[] = [];

	const open = async (key: string, target: TunnelTarget, signal: AbortSignal): Promise<Open> => {
		// The asker may give up while it is opened; once it is open, it may outlive its asker.
		const own = new AbortController();
		const stop = (): void => own.abort();
		for (const each of [life.signal, signal]) each.addEventListener('abort', stop, {once: true});
		if (life.signal.aborted || signal.aborted) stop();
		try {
			const tunnel = await openTunnel(transport, target, clock, own.signal);
			tunnel.once('close', () => {
				life.signal.removeEventListener('abort', stop);
				kept = kept.filter(one => one.tunnel !== tunnel);
			});
			return {key, tunnel, agent: agentOf(tunnel, target.scheme)};
		} catch (error) {
			life.signal.removeEventListener('abort', stop);
			throw error;
		} finally {
			signal.removeEventListener('abort', stop);
		}
	};
	const handOut = (one: Open, isUsed: boolean): TakenTunnel => {
		let isBack = false;
		const giveBack = (isKept: boolean): void => {
			if (isBack) return;
			isBack = true;
			if (isKept && !life.signal.aborted && !one.tunnel.destroyed) kept = [...kept, one];
			else one.tunnel.destroy();
			leave();
		};
		return {agent: one.agent, isUsed, keep: () => giveBack(true), end: () => giveBack(false)};
	};
	const leave = (): void => {
		busy -= 1;
		waiting.shift()?.();
	};
	const drop = (one: Open | undefined): void => {
		kept = kept.filter(other => other !== one);
		one?.tunnel.destroy();
	};
	return {
		async take(target, fresh, signal) {
			const key = `${target.scheme}://${target.namespace}/${target.pod}:${target.port}`;
			while (busy >= TUNNELS_MAX) await new Promise<void>(resolve => waiting.push(resolve));
			busy += 1;
			const found = kept.find(one => one.key === key);
			if (found !== undefined && !fresh) {
				kept = kept.filter(one => one !== found);
				return handOut(found, true);
			}
			drop(found);
			if (kept.length + busy > TUNNELS_MAX) drop(kept[0]);
			try {
				return handOut(await open(key, target, signal), false);
			} catch (error) {
				leave();
				throw error;
			}
		},
		stop() {
			life.abort();
			for (const one of kept) drop(one);
		},
	};
}

/** An HTTP client's only connection. Nobody could know the certificate of a pod: it is not looked at, as the API server does not. */
function agentOf(tunnel: Tunnel, scheme: 'http' | 'https'): Agent {
	const agent = new http.Agent({keepAlive: true, maxSockets: 1});
	agent.createConnection = () => {
		if (scheme === 'http') return tunnel;
		const secure = connectTls({socket: tunnel, rejectUnauthorized: false, ALPNProtocols: ['http/1.1']});
		tunnel.once('close', () => secure.destroy(tunnel.errored ?? undefined));
		return secure;
	};
	return agent;
}
