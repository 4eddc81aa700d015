import {
	aDeployment,
	ago,
	anEvent,
	anObject,
	aPod,
	aReplicaSet,
	aRollout,
	crashed,
	merge,
} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const rollout = aRollout('api', {metadata: {labels: {'argocd.argoproj.io/instance': 'shop'}}});
const old = aReplicaSet('api', 1);
const now = aReplicaSet('api', 2);
const broken = aPod('api', 2, 'x2xkq', crashed('api', 3));
const pods = [aPod('api', 1, 'a'), aPod('api', 1, 'b'), aPod('api', 1, 'c'), broken];

const usual = {type: 'Normal', lastTimestamp: ago(100)};

const events = [
	anEvent(rollout, 'ScalingReplicaSet', 'Scaled up replica set api-rs2 from 0 to 1', {
		...usual,
		lastTimestamp: ago(120),
	}),
	anEvent(broken, 'Scheduled', 'Successfully assigned shop/api-rs2-x2xkq to node-1', usual),
	anEvent(broken, 'Started', 'Started container api', {...usual, count: 4}),
	anEvent(broken, 'BackOff', 'Back-off restarting failed container api in pod api-rs2-x2xkq_shop(1)', {count: 9}),
];

const service = [
	anObject('v1', 'Service', 'web', {spec: {type: 'ClusterIP', selector: {app: 'api'}, ports: [{port: 80}]}}),
	anObject('discovery.k8s.io/v1', 'EndpointSlice', 'web-1', {
		metadata: {labels: {'kubernetes.io/service-name': 'web'}},
		addressType: 'IPv4',
		endpoints: [
			{addresses: ['10.0.0.1'], conditions: {ready: true}, targetRef: {kind: 'Pod', name: 'api-rs1-a'}},
			{addresses: ['10.0.0.2'], conditions: {ready: false}, targetRef: {kind: 'Pod', name: 'api-rs2-x2xkq'}},
		],
	}),
];

export default [
	{
		name: 'a rollout that does not get on: how far it is, its revisions, its pods, and the news of all of them',
		object: rollout,
		around: [old, now, ...pods, ...events, ...service],
		findings: [
			{
				title: 'New pods exit at start',
				object: {kind: 'deployment', namespace: 'shop', name: 'api', uid: 'deployment-api'},
				consequences: [],
			},
		],
		usage: {'api-rs1-a': {cpu: 0.1, memory: 1e8}},
		says: [
			'✖ New pods exit at start',
			'ROLLOUT         RollingUpdate · at most 25% more · at most 25% fewer · stuck after 10m · under way',
			'REVISIONS       rev 2    api:1.9.0 · 0 of 1 pod ready · 2m ago',
			'                rev 1    api:1.8.2 · 3 of 3 pods ready · 4h ago',
			'USAGE           memory uses 95Mi · cpu uses 100m · measured on 1 of 3 pods',
			'SERVICES        web · 1 of 2 endpoints ready',
			'PODS            api-rs2-x2xkq                   0/1   CrashLoopBackOff    3 restarts  node-1  2m',
			'                api-rs1-a                       1/1   Running                         node-1  4h',
			'EVENTS          11:58:00      ScalingReplicaSet  api                     Scaled up replica set api-rs2 from 0 to 1',
			'                11:58:20 ×5   as usual          api-rs2-x2xkq           Scheduled, Started',
			'                11:59:00 ×9   BackOff           api-rs2-x2xkq           Back-off restarting failed container api',
			'IMAGE api       shop/api:1.9.0',
			'OWNED BY        Argo CD app shop, which would undo a change made here',
		],
	},
	{
		name: 'a calm one says little',
		object: aDeployment('api'),
		around: [old, ...pods.slice(0, 3)],
		says: [
			'STATUS          3 of 3 ready · 3 available · 4h ago',
			'CONDITIONS      Available ✔ 4h · Progressing ✔ 4h',
			'EVENTS          none are kept: a cluster forgets them after an hour or so',
		],
		hides: ['✖'],
	},
	{
		name: 'one that an autoscaler scales, and one that is held',
		object: aDeployment('api', {spec: {paused: true}}),
		around: [
			anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
				spec: {
					minReplicas: 3,
					maxReplicas: 10,
					scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
					metrics: [
						{
							type: 'Resource',
							resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}},
						},
					],
				},
				status: {currentReplicas: 3, desiredReplicas: 5},
			}),
		],
		says: ['  autoscaler    3 to 10, wants 5: cpu: <unknown>/70%'],
	},
	{
		name: 'what its template takes from elsewhere and is not there is marked',
		object: aDeployment(
			'api',
			merge(
				{},
				{
					spec: {
						template: {
							spec: {
								containers: [
									{
										name: 'api',
										image: 'shop/api:1.8.2',
										env: [{name: 'KEY', valueFrom: {secretKeyRef: {name: 'gone', key: 'k'}}}],
									},
								],
							},
						},
					},
				},
			),
		),
		says: ['  env           KEY k of Secret gone (there is none)', '  memory        no limit, no request'],
	},
] satisfies readonly DescriptionExample[];
