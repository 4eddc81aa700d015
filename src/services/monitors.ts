import {createIntern} from '../lib/intern.ts';
import {amountText, fieldsOf, listOf, textOf, textsOf} from '../kinds/json.ts';
import {selectorOf} from '../kinds/metadata.ts';
import type {Monitor} from '../model/monitor.ts';
import type {Wire} from '../model/wire.ts';
import {metricsPathOf} from './metrics-path.ts';

/** As much of `monitoring.coreos.com/v1` as is read here. */
interface MonitorObject {
	readonly metadata?: {readonly namespace?: string};
	readonly spec?: {
		readonly selector?: Parameters<typeof selectorOf>[0];
		readonly namespaceSelector?: {readonly any?: boolean; readonly matchNames?: readonly string[]};
		/** Of a PodMonitor. */
		readonly podMetricsEndpoints?: readonly MonitorEndpoint[];
		/** Of a ServiceMonitor. */
		readonly endpoints?: readonly MonitorEndpoint[];
	};
}

interface MonitorEndpoint {
	readonly port?: string;
	readonly portNumber?: number;
	readonly targetPort?: string | number;
	readonly path?: string;
	readonly scheme?: string;
	readonly params?: Readonly<Record<string, readonly string[]>>;
}

/** A query is no longer. */
const PARAMS_MAX = 20;

/** Monitors as the API server sent them; what cannot be read is left out. */
export function monitorsOf(of: Monitor['of'], objects: readonly unknown[]): readonly Monitor[] {
	const intern = createIntern();
	return (objects as readonly Wire<MonitorObject>[]).flatMap(object => {
		const {metadata, spec} = fieldsOf(object);
		const namespace = textOf(metadata?.namespace);
		const selector = selectorOf(spec?.selector, intern);
		const {any, matchNames} = fieldsOf(spec?.namespaceSelector ?? {});
		const names = textsOf(matchNames);
		const endpoints = listOf(of === 'pod' ? spec?.podMetricsEndpoints : spec?.endpoints).map(endpointOf);
		if (namespace === '' || endpoints.length === 0) return [];
		const namespaces = any === true ? undefined : names.length > 0 ? names : [namespace];
		return [{of, namespace, selector, namespaces, endpoints}];
	});
}

function endpointOf({
	port,
	portNumber,
	targetPort,
	path,
	scheme,
	params,
}: Wire<MonitorEndpoint>): Monitor['endpoints'][number] {
	const query = new URLSearchParams();
	for (const [name, values] of Object.entries(fieldsOf(params ?? {})).slice(0, PARAMS_MAX))
		for (const value of textsOf(values).slice(0, PARAMS_MAX)) query.append(name, value);
	return {
		port: textOf(port),
		targetPort: amountText(portNumber ?? targetPort),
		path: metricsPathOf(textOf(path) || '/metrics', query.toString()),
		scheme: textOf(scheme).toLowerCase() === 'https' ? 'https' : 'http',
	};
}
