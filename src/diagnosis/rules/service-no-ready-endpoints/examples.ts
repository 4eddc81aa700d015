import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	crashed,
	notReady,
	type RuleExample,
} from '../../example.ts';

const service = anObject('v1', 'Service', 'api', {spec: {selector: {app: 'api'}, ports: [{port: 80}]}});
const slice = (ready: boolean, fields = {}): ApiObject =>
	anObject('discovery.k8s.io/v1', 'EndpointSlice', 'api-x', {
		metadata: {labels: {'kubernetes.io/service-name': 'api'}},
		addressType: 'IPv4',
		endpoints: ['a', 'b'].map(suffix => ({
			addresses: ['10.244.0.7'],
			conditions: {ready, serving: ready, terminating: false},
			targetRef: {kind: 'Pod', name: `api-rs1-${suffix}`},
			...fields,
		})),
	});
const workload = [aDeployment('api', {spec: {replicas: 2}}), aReplicaSet('api', 1)];
const both = (fields: Parameters<typeof aPod>[3]): readonly ApiObject[] =>
	['a', 'b'].map(suffix => aPod('api', 1, suffix, fields));
const lost = both(notReady('api', {started: true, state: {running: {startedAt: ago(3600)}}}, ago(90)));

export default [
	{
		name: 'all pods lost their readiness',
		objects: [
			service,
			slice(false),
			...workload,
			...lost,
			anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
				spec: {rules: [{http: {paths: [{path: '/', backend: {service: {name: 'api', port: {number: 80}}}}]}}]},
			}),
		],
		finds: [
			{
				object: 'service/api',
				title: 'Service api has no pod that is ready: none of 2',
				because: 'Ingress shop sends requests to it',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a', 'api-rs1-b', 'shop'],
				evidence: ['its EndpointSlices have no endpoint that is ready', 'Running, not ready'],
				next: ['see why api-rs1-a and api-rs1-b are not ready'],
				since: ago(90),
			},
		],
	},
	{
		name: 'all pods crash again and again',
		objects: [service, slice(false), ...workload, ...both(crashed('api', 1))],
		finds: [{title: 'Service api has no pod that is ready: none of 2'}],
	},
	{
		name: 'a pod that no workload owns, and that is not ready',
		objects: [
			service,
			slice(false),
			anObject('v1', 'Pod', 'solo', {
				metadata: {labels: {app: 'api'}},
				spec: {containers: [{name: 'api', image: 'shop/api:1.8.2'}]},
				status: {
					phase: 'Running',
					conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(90)}],
					containerStatuses: [
						{name: 'api', ready: false, started: true, state: {running: {startedAt: ago(3600)}}},
					],
				},
			}),
		],
		finds: [{title: 'Service api has no pod that is ready: its only one is not', affects: ['solo']}],
	},
	{name: 'all are ready', objects: [service, slice(true), ...workload, ...both({})], finds: []},
	{
		name: 'the pods start, and have time to',
		objects: [
			service,
			slice(false),
			...workload,
			...both(notReady('api', {started: true, state: {running: {startedAt: ago(20)}}}, ago(25))),
		],
		finds: [],
	},
	{
		name: 'images are being pulled',
		objects: [
			service,
			...workload,
			...both(notReady('api', {state: {waiting: {reason: 'ContainerCreating'}}}, ago(300))),
		],
		finds: [],
	},
	{
		name: 'readiness was lost a moment ago',
		objects: [
			service,
			slice(false),
			...workload,
			...both(notReady('api', {started: true, state: {running: {startedAt: ago(3600)}}}, ago(10))),
		],
		finds: [],
	},
	{
		name: 'the addresses of pods that are not ready are wanted',
		objects: [service, slice(true), ...workload, ...lost],
		finds: [],
	},
	{
		name: 'its workload is scaled to 0, and the last pods end',
		objects: [
			service,
			slice(false, {conditions: {ready: false, serving: false, terminating: true}}),
			aDeployment('api', {spec: {replicas: 0}}),
			...both({metadata: {deletionTimestamp: ago(-20)}}),
		],
		finds: [],
	},
	{
		name: 'EndpointSlices may not be listed',
		objects: [service, ...workload, ...lost],
		unseen: ['endpointslice'],
		finds: [],
	},
] satisfies readonly RuleExample[];
