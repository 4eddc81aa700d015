import type {V1Service, V1ServicePort} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {ServiceObjectRow, ServicePort} from '../../../model/network.ts';
import type {Wire} from '../../../model/wire.ts';
import {fieldsOf, listOf, mapOf, numberOf, textOf, textsOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

export function projectService(object: Wire<V1Service>, intern: Intern): ServiceObjectRow {
	const {metadata, spec, status} = fieldsOf(object);
	const balancers = listOf(status?.loadBalancer?.ingress).map(({ip, hostname}) => textOf(ip) || textOf(hostname));
	const selector = mapOf(spec?.selector);
	return {
		kind: 'service',
		...metadataOf(metadata, intern),
		type: intern.text(textOf(spec?.type) || 'ClusterIP'),
		clusterIp: textOf(spec?.clusterIP),
		externalAddresses: [...balancers.filter(address => address !== ''), ...textsOf(spec?.externalIPs)],
		externalName: textOf(spec?.externalName),
		ports: listOf(spec?.ports).map(port => portOf(port)),
		// An empty one is none: somebody else writes the endpoints.
		selector: Object.keys(selector).length === 0 ? undefined : intern.value(selector),
	};
}

function portOf({name, port, targetPort, nodePort, protocol}: Wire<V1ServicePort>): ServicePort {
	const number = numberOf(port) ?? 0;
	return {
		name: textOf(name),
		port: number,
		targetPort: typeof targetPort === 'number' ? String(targetPort) : textOf(targetPort) || String(number),
		nodePort: numberOf(nodePort) || undefined,
		protocol: textOf(protocol) || 'TCP',
	};
}
