import type {EndpointSliceRow} from '../../../model/network.ts';
import type {KindExample} from '../../example.ts';

/** A slice of the Service `api` with these endpoints. */
function slice(endpoints: readonly object[]): object {
	return {
		apiVersion: 'discovery.k8s.io/v1',
		kind: 'EndpointSlice',
		metadata: {
			name: 'api-l2wqd',
			namespace: 'shop',
			uid: 'eps-uid',
			creationTimestamp: '2026-11-24T11:00:00Z',
			labels: {'kubernetes.io/service-name': 'api'},
			ownerReferences: [{kind: 'Service', name: 'api', uid: 'svc-uid', controller: true}],
		},
		addressType: 'IPv4',
		ports: [{name: 'http', port: 8000, protocol: 'TCP'}],
		endpoints,
	};
}

function endpoint(address: string, ready: boolean, terminating = false): object {
	return {
		addresses: [address],
		conditions: {ready, serving: ready, terminating},
		nodeName: 'ip-10-1',
		targetRef: {kind: 'Pod', name: `api-${address}`, namespace: 'shop'},
	};
}

const examples: readonly KindExample<EndpointSliceRow>[] = [
	{
		name: 'one pod stands behind the Service',
		object: slice([endpoint('10.244.1.7', true)]),
		row: {
			kind: 'endpointslice',
			uid: 'eps-uid',
			name: 'api-l2wqd',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {'kubernetes.io/service-name': 'api'},
			owner: {kind: 'Service', name: 'api', uid: 'svc-uid'},
			service: 'api',
			addressType: 'IPv4',
			ports: [{name: 'http', port: 8000, protocol: 'TCP'}],
			endpoints: [
				{
					addresses: ['10.244.1.7'],
					ready: true,
					serving: true,
					terminating: false,
					pod: 'api-10.244.1.7',
					node: 'ip-10-1',
				},
			],
		},
		cells: {service: 'api', ready: '1/1', ports: '8000', endpoints: '10.244.1.7', addressType: 'IPv4', age: '60m'},
		mark: 'healthy',
		drill: {to: 'object', objectKind: 'Service', namespace: 'shop', name: 'api'},
	},
	{
		name: 'none of two endpoints is ready',
		object: slice([endpoint('10.244.1.7', false), endpoint('10.244.1.8', false)]),
		cells: {ready: '0/2', endpoints: '10.244.1.7, 10.244.1.8'},
		mark: 'struggling',
	},
	{
		name: 'one of two endpoints is ready',
		object: slice([endpoint('10.244.1.7', true), endpoint('10.244.1.8', false)]),
		cells: {ready: '1/2'},
		mark: 'progressing',
	},
	{
		name: 'a pod that goes does not count',
		object: slice([endpoint('10.244.1.7', true), endpoint('10.244.1.8', false, true)]),
		mark: 'healthy',
	},
	{
		name: 'more endpoints than a cell can hold',
		object: slice(['1', '2', '3', '4', '5'].map(address => endpoint(address, true))),
		cells: {ready: '5/5', endpoints: '1, 2, 3 + 2 more'},
	},
	{
		name: 'a scaled down service has none',
		object: slice([]),
		cells: {ready: '0/0', endpoints: '–'},
		mark: 'healthy',
	},
	{
		name: 'what is not said counts as ready and serving',
		object: {
			metadata: {name: 'manual', namespace: 'shop', uid: 'eps-uid'},
			endpoints: [{addresses: ['192.0.2.1']}],
		},
		row: {
			service: '',
			endpoints: [{addresses: ['192.0.2.1'], ready: true, serving: true, terminating: false, pod: '', node: ''}],
		},
		cells: {ready: '1/1', service: '–', ports: '–', addressType: '–'},
		drill: {to: 'nothing', because: 'it belongs to no Service'},
	},
];

export default examples;
