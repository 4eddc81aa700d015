import {Cancelled} from '../../lib/failure.ts';
import {FaultError} from '../fault.ts';
import type {Transport} from '../ports.ts';
import {fieldOf} from '../reflector/json.ts';

/** Objects of the Prometheus Operator, as the API server sent them. */
export interface MonitorObjects {
	readonly podMonitors: readonly unknown[];
	readonly serviceMonitors: readonly unknown[];
}

/** A large cluster has some hundred of them, 2 KB each. */
const LIMIT = 1000;

const API = '/apis/monitoring.coreos.com/v1';

/**
 * Who reads whose metrics in a cluster with the Prometheus Operator, read once. Empty where there is none, or no right to see it: they
 * only save a guess. Never throws.
 * @param namespace empty means all
 */
export async function readMonitors(
	transport: Transport,
	namespace: string,
	signal: AbortSignal,
): Promise<MonitorObjects> {
	const scope = namespace === '' ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
	const read = (plural: string): Promise<readonly unknown[]> =>
		readItems(transport, `${API}${scope}/${plural}?limit=${LIMIT}`, signal);
	const [podMonitors, serviceMonitors] = await Promise.all([read('podmonitors'), read('servicemonitors')]);
	return {podMonitors, serviceMonitors};
}

async function readItems(transport: Transport, path: string, signal: AbortSignal): Promise<readonly unknown[]> {
	try {
		const items = fieldOf(await transport.json({path, signal}), 'items');
		return Array.isArray(items) ? items : [];
	} catch (error) {
		if (error instanceof FaultError || error instanceof Cancelled) return [];
		throw error;
	}
}
