import type {ServiceObjectRow} from '../model/network.ts';

/** Which Service a host means: programs name it by DNS, logs often by its address. */
export interface ServiceHosts {
	file(service: ServiceObjectRow, isThere: boolean): void;
	/** @param namespace from which the host is looked up */
	find(host: string, namespace: string): ServiceObjectRow | undefined;
}

export function createServiceHosts(): ServiceHosts {
	const byName = new Map<string, ServiceObjectRow>();
	const byAddress = new Map<string, ServiceObjectRow>();
	return {
		file(service, isThere) {
			const name = `${service.name}.${service.namespace}`;
			const {clusterIp} = service;
			if (isThere) byName.set(name, service);
			else byName.delete(name);
			if (clusterIp === '' || clusterIp === 'None') return;
			if (isThere) byAddress.set(clusterIp, service);
			else if (byAddress.get(clusterIp)?.uid === service.uid) byAddress.delete(clusterIp);
		},
		find(host, namespace) {
			const address = byAddress.get(host);
			if (address !== undefined) return address;
			// `postgres`, `postgres.shop`, `postgres.shop.svc`, `postgres.shop.svc.cluster.local`, and a pod of a StatefulSet before it.
			const parts = host.toLowerCase().replace(/\.$/, '').split('.');
			const cut = parts.indexOf('svc');
			const labels = cut === -1 ? parts : parts.slice(0, cut);
			const [name = '', from = namespace] = labels.slice(-2).length === 2 ? labels.slice(-2) : labels;
			return byName.get(`${name}.${from}`) ?? byName.get(`${labels[0] ?? ''}.${namespace}`);
		},
	};
}
