import type {Monitor} from '../model/monitor.ts';
import type {ServiceObjectRow} from '../model/network.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {MetricsEndpoint} from '../model/scrape.ts';
import {selects} from '../model/selector.ts';
import {metricsPathOf} from './metrics-path.ts';

type Port = ContainerRow['ports'][number];

const METRICS_PATH = '/metrics';

/** As charts name a port for metrics: `metrics`, `http-metrics`, `prom`, `prometheus`. */
const METRICS_NAME = /^(?:https?-)?metrics|^prom/;

/** As a port is named that speaks HTTP; the kind of protocol comes first, as meshes have taught everybody. */
const HTTP_NAME = /^(?:https?|web|api|rest|app)(?:$|-)/;

/** Where web frameworks listen when nobody tells them otherwise. */
const HTTP_PORTS: ReadonlySet<number> = new Set([80, 3000, 3001, 4000, 5000, 8000, 8001, 8080, 8081, 8888, 9000, 9090]);

/**
 * Where a pod shows its metrics, by whoever ought to know best: a monitor of the Prometheus Operator, the pod's annotations, the name
 * of a port, and then a guess. Undefined when there is nothing to ask, or its annotations forbid it.
 * @param services those of its namespace, for ServiceMonitors
 */
export function metricsEndpointOf(
	pod: PodRow,
	monitors: readonly Monitor[] = [],
	services: readonly ServiceObjectRow[] = [],
): MetricsEndpoint | undefined {
	const ports = portsOf(pod);
	const monitored = ofMonitors(pod, ports, monitors, services);
	if (monitored !== undefined) return monitored;
	if (pod.prometheus?.['scrape'] === 'false') return undefined;
	const named = ports.find(({name}) => METRICS_NAME.test(name));
	const guessed = ports.find(({name, port}) => HTTP_NAME.test(name) || HTTP_PORTS.has(port));
	return (
		ofAnnotations(pod, named ?? guessed ?? ports[0]) ??
		(named && {...plain(named), from: 'port name'}) ??
		(guessed && {...plain(guessed), from: 'guess'})
	);
}

/** Those of init containers are closed by the time anybody looks. */
function portsOf({containers}: PodRow): readonly Port[] {
	return containers.flatMap(({role, ports}) =>
		role === 'init' ? [] : ports.filter(({protocol, port}) => protocol === 'TCP' && isPort(port)),
	);
}

function plain({name, port}: Port): Omit<MetricsEndpoint, 'from'> {
	return {scheme: name.startsWith('https') ? 'https' : 'http', port, path: METRICS_PATH};
}

/** Annotations are texts: `"8000"`. Without a port, whichever serves best. */
function ofAnnotations({prometheus}: PodRow, otherwise: Port | undefined): MetricsEndpoint | undefined {
	if (prometheus === undefined) return undefined;
	const {port: said = '', path = METRICS_PATH, scheme} = prometheus;
	const port = /^\d{1,5}$/.test(said) ? Number(said) : otherwise?.port;
	if (port === undefined || !isPort(port)) return undefined;
	return {scheme: scheme === 'https' ? 'https' : 'http', port, path: metricsPathOf(path), from: 'annotation'};
}

function ofMonitors(
	pod: PodRow,
	ports: readonly Port[],
	monitors: readonly Monitor[],
	services: readonly ServiceObjectRow[],
): MetricsEndpoint | undefined {
	for (const monitor of monitors) {
		if (monitor.namespaces?.includes(pod.namespace) === false) continue;
		for (const {port: name, targetPort, path, scheme} of monitor.endpoints) {
			const targets =
				monitor.of === 'pod'
					? selects(monitor.selector, pod.labels)
						? [targetPort || name]
						: []
					: servicesOf(pod, services)
							.filter(({labels}) => selects(monitor.selector, labels))
							.map(
								service =>
									targetPort || (service.ports.find(one => one.name === name)?.targetPort ?? ''),
							);
			for (const target of targets) {
				const port = /^\d{1,5}$/.test(target) ? Number(target) : ports.find(one => one.name === target)?.port;
				if (port !== undefined && isPort(port)) return {scheme, port, path, from: 'monitor'};
			}
		}
	}
	return undefined;
}

function servicesOf({namespace, labels}: PodRow, services: readonly ServiceObjectRow[]): readonly ServiceObjectRow[] {
	return services.filter(
		service =>
			service.namespace === namespace &&
			service.selector !== undefined &&
			selects({matchLabels: service.selector, matchExpressions: []}, labels),
	);
}

function isPort(port: number): boolean {
	return Number.isInteger(port) && port > 0 && port < 65_536;
}
