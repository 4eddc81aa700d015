import {aDeployment, anObject, aPod, aReplicaSet} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const service = (fields: Parameters<typeof anObject>[3]) => anObject('v1', 'Service', 'web', fields);

const slice = anObject('discovery.k8s.io/v1', 'EndpointSlice', 'web-1', {
	metadata: {labels: {'kubernetes.io/service-name': 'web'}},
	addressType: 'IPv4',
	ports: [{name: 'http', port: 8000}],
	endpoints: [
		{
			addresses: ['10.0.0.1'],
			conditions: {ready: true},
			nodeName: 'node-1',
			targetRef: {kind: 'Pod', name: 'api-a'},
		},
		{addresses: ['10.0.0.2'], conditions: {ready: false}, targetRef: {kind: 'Pod', name: 'api-b'}},
	],
});

export default [
	{
		name: 'whom it selects, and where its traffic goes',
		object: service({
			spec: {
				type: 'NodePort',
				clusterIP: '10.96.0.7',
				selector: {app: 'api'},
				ports: [{name: 'http', port: 80, targetPort: 'http', nodePort: 30080, protocol: 'TCP'}],
			},
		}),
		around: [slice, aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a')],
		says: [
			'STATUS          NodePort · 10.96.0.7 · 4h ago',
			'PORTS           80 → http (http), 30080 on every node',
			'SELECTS         app=api',
			'  pods          1 pod · Deployment api',
			'ENDPOINTS       not ready  10.0.0.2:8000         api-b',
			'                ready     10.0.0.1:8000         api-a on node-1',
		],
	},
	{
		name: 'one whose labels no pod has',
		object: service({spec: {type: 'ClusterIP', clusterIP: 'None', selector: {app: 'apy'}, ports: []}}),
		says: [
			'STATUS          ClusterIP · no address of its own: its name leads to the pods · 4h ago',
			'SELECTS         app=apy',
			'  pods          no pod has these labels',
			'ENDPOINTS       none',
		],
	},
	{
		name: 'a balancer without an address, seen by somebody who may not list pods',
		object: service({spec: {type: 'LoadBalancer', selector: {app: 'api'}}}),
		unseen: ['pod', 'endpointslice'],
		says: [
			'STATUS          LoadBalancer · has no address from outside yet · 4h ago',
			'  pods          no right to list pod',
			'ENDPOINTS       no right to list endpointslice',
		],
		hides: ['no pod has these labels'],
	},
] satisfies readonly DescriptionExample[];
