import {onTestFinished} from 'vitest';
import {createClock} from '../../../src/platform/clock.ts';
import type {ClusterAccess, Credentials, Transport} from '../../../src/kube/ports.ts';
import {createTransport} from '../../../src/kube/transport/create-transport.ts';
import type {Clock} from '../../../src/lib/clock.ts';

const anonymous: Credentials = {read: () => Promise.resolve({}), forget: () => undefined};

/** Access to a server of the test. */
export function accessTo(server: URL, more: Partial<ClusterAccess> = {}): ClusterAccess {
	return {
		contextName: 'test',
		clusterName: 'test',
		userName: 'tester',
		namespace: 'default',
		server,
		tls: {ca: undefined, insecureSkipVerify: false, serverName: undefined},
		proxy: undefined,
		impersonation: {},
		credentials: anonymous,
		...more,
	};
}

/** A transport that closes with the test. */
export function transportTo(access: ClusterAccess, clock: Clock = createClock()): Transport {
	const transport = createTransport(access, {clock, userAgent: 'dogwatch/test'});
	onTestFinished(() => transport.close());
	return transport;
}

/** What it failed with, as a plain value to compare. */
export async function faultOf(work: Promise<unknown>): Promise<unknown> {
	try {
		return {resolved: await work};
	} catch (error) {
		return error instanceof Error && 'fault' in error ? error.fault : error;
	}
}

export const never = (): AbortSignal => new AbortController().signal;

/** `HOST` stands for the host and port of the server. */
export const atHost = (fault: unknown, port: number): unknown =>
	JSON.parse(JSON.stringify(fault).replaceAll('HOST', `127.0.0.1:${port}`));
