import type {ServiceObjectRow} from '../../model/network.ts';

/**
 * How ingress controllers name Services in their access logs, in lower case: ingress-nginx `namespace-service-port`, Traefik
 * `namespace-service-port@kubernetes` and (for its own kind of route) `namespace-service-port@kubernetescrd`, Envoy's clusters
 * `outbound|port||service.namespace.svc.cluster.local`.
 * @param behind uid of what a Service leads to; undefined for what is not watched
 */
export function upstreamNames(
	services: ReadonlyMap<string, ServiceObjectRow>,
	behind: (service: ServiceObjectRow) => string | undefined,
): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const service of services.values()) {
		const uid = behind(service);
		if (uid === undefined) continue;
		const {namespace, name, ports} = service;
		for (const {name: portName, port} of ports) {
			for (const of of [String(port), portName].filter(text => text !== '')) {
				const nginx = `${namespace}-${name}-${of}`.toLowerCase();
				names.set(nginx, uid);
				names.set(`${nginx}@kubernetes`, uid);
				names.set(`${nginx}@kubernetescrd`, uid);
			}
			names.set(`outbound|${port}||${name}.${namespace}.svc.cluster.local`.toLowerCase(), uid);
		}
	}
	return names;
}
