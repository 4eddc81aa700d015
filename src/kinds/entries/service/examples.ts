import type {ServiceObjectRow} from '../../../model/network.ts';
import type {KindExample} from '../../example.ts';

const metadata = {name: 'api', namespace: 'shop', uid: 'svc-uid', creationTimestamp: '2026-11-24T11:00:00Z'};

const examples: readonly KindExample<ServiceObjectRow>[] = [
	{
		name: 'a Service in front of pods',
		object: {
			apiVersion: 'v1',
			kind: 'Service',
			metadata,
			spec: {
				type: 'ClusterIP',
				clusterIP: '10.96.64.55',
				selector: {app: 'api'},
				ports: [
					{name: 'http', port: 80, targetPort: 'http', protocol: 'TCP'},
					{name: 'metrics', port: 9090, targetPort: 9091, protocol: 'TCP'},
				],
			},
			status: {loadBalancer: {}},
		},
		row: {
			kind: 'service',
			uid: 'svc-uid',
			name: 'api',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {},
			owner: undefined,
			type: 'ClusterIP',
			clusterIp: '10.96.64.55',
			externalAddresses: [],
			externalName: '',
			ports: [
				{name: 'http', port: 80, targetPort: 'http', nodePort: undefined, protocol: 'TCP'},
				{name: 'metrics', port: 9090, targetPort: '9091', nodePort: undefined, protocol: 'TCP'},
			],
			selector: {app: 'api'},
		},
		cells: {
			type: 'ClusterIP',
			ip: '10.96.64.55',
			external: '–',
			ports: '80/TCP, 9090/TCP',
			selector: 'app=api',
			age: '60m',
		},
		mark: 'healthy',
		drill: {
			to: 'pod',
			by: 'selector',
			namespace: 'shop',
			selector: {matchLabels: {app: 'api'}, matchExpressions: []},
		},
	},
	{
		name: 'a load balancer with an address',
		object: {
			metadata,
			spec: {type: 'LoadBalancer', selector: {app: 'api'}, ports: [{port: 443, nodePort: 30443}]},
			status: {loadBalancer: {ingress: [{hostname: 'lb.example.com'}]}},
		},
		row: {
			externalAddresses: ['lb.example.com'],
			ports: [{name: '', port: 443, targetPort: '443', nodePort: 30443, protocol: 'TCP'}],
		},
		cells: {external: 'lb.example.com', ports: '443:30443/TCP'},
		mark: 'healthy',
	},
	{
		name: 'a load balancer that has no address yet',
		object: {metadata, spec: {type: 'LoadBalancer', selector: {app: 'api'}, ports: []}},
		cells: {external: '<pending>', ports: '–'},
		mark: 'progressing',
	},
	{
		name: 'a name for something outside',
		object: {metadata, spec: {type: 'ExternalName', externalName: 'db.example.com'}},
		cells: {external: 'db.example.com', ip: '–', selector: '–'},
		drill: {to: 'nothing', because: 'it is only a name for db.example.com'},
	},
	{
		name: 'a Service whose endpoints somebody else writes',
		object: {metadata, spec: {clusterIP: 'None', selector: {}, externalIPs: ['192.0.2.1']}},
		row: {selector: undefined, type: 'ClusterIP', externalAddresses: ['192.0.2.1']},
		cells: {ip: 'None', external: '192.0.2.1'},
		drill: {to: 'nothing', because: 'it has no selector: its endpoints are written by hand'},
	},
];

export default examples;
