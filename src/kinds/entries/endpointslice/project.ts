import type {V1Endpoint, V1EndpointSlice} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {EndpointSliceRow} from '../../../model/network.ts';
import type {Wire} from '../../../model/wire.ts';
import {fieldsOf, listOf, numberOf, textOf, textsOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

export function projectEndpointSlice(object: Wire<V1EndpointSlice>, intern: Intern): EndpointSliceRow {
	const {metadata, addressType, ports, endpoints} = fieldsOf(object);
	const meta = metadataOf(metadata, intern);
	return {
		kind: 'endpointslice',
		...meta,
		service: meta.labels['kubernetes.io/service-name'] ?? '',
		addressType: intern.text(textOf(addressType)),
		ports: intern.value(
			listOf(ports).map(({name, port, protocol}) => ({
				name: textOf(name),
				port: numberOf(port) ?? 0,
				protocol: textOf(protocol) || 'TCP',
			})),
		),
		endpoints: listOf(endpoints).map(endpoint => endpointOf(endpoint, intern)),
	};
}

/** What is not said counts as ready and serving: the API wants consumers to read it so. */
function endpointOf(endpoint: Wire<V1Endpoint>, intern: Intern): EndpointSliceRow['endpoints'][number] {
	const {conditions, targetRef} = endpoint;
	const ready = conditions?.ready !== false;
	return {
		addresses: textsOf(endpoint.addresses),
		ready,
		serving: typeof conditions?.serving === 'boolean' ? conditions.serving : ready,
		terminating: conditions?.terminating === true,
		pod: targetRef?.kind === 'Pod' ? textOf(targetRef.name) : '',
		node: intern.text(textOf(endpoint.nodeName)),
	};
}
