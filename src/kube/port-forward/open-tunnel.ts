import type {Clock} from '../../lib/clock.ts';
import type {Transport} from '../ports.ts';
import {Tunnel} from './tunnel.ts';

/**
 * The one that every server speaks: measured on 1.35, which serves it beside `SPDY/3.1+portforward.k8s.io` (kubectl's, with half-close and
 * many connections in one, but SPDY in it); v5 it refuses with an empty 403.
 */
const PROTOCOL = 'v4.channel.k8s.io';

/** To the open tunnel, the login included. */
const OPEN_MS_MAX = 10_000;

/** A port of a pod. */
export interface PodPort {
	readonly namespace: string;
	readonly pod: string;
	readonly port: number;
}

/**
 * Opens one connection to a port of a pod: whether anybody listens there comes later, as the tunnel's failure. Throws FaultError or
 * Cancelled; who lacks the right is told by `forbidden`.
 * @param signal ends the tunnel too, once it is open
 */
export async function openTunnel(
	transport: Pick<Transport, 'upgrade'>,
	{namespace, pod, port}: PodPort,
	clock: Clock,
	signal: AbortSignal,
): Promise<Tunnel> {
	const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/portforward?ports=${port}`;
	const socket = await transport.upgrade({path, protocols: [PROTOCOL], signal, headTimeoutMs: OPEN_MS_MAX});
	return new Tunnel(socket, `port ${port} of ${pod}`, clock);
}
