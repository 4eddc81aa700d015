import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	ownerOf,
	type RuleExample,
} from '../../example.ts';

const pods = [aReplicaSet('api', 1), aPod('api', 1, 'a'), aPod('api', 1, 'b')];
const api = [aDeployment('api'), ...pods];
const service = (selector: object | null, fields = {}): ApiObject =>
	anObject('v1', 'Service', 'api', {spec: {selector, ports: [{port: 80}]}, ...fields});

export default [
	{
		name: 'one letter of the selector is wrong',
		objects: [...api, service({app: 'apii'})],
		finds: [
			{
				object: 'service/api',
				title: 'Service api selects no pod: it wants app=apii, the pods of Deployment api have app=api',
				because: 'the nearest is Deployment api, whose pods carry app=api',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api'],
				evidence: [
					'spec.selector is app=apii',
					'no pod carries these labels, and no EndpointSlice of it has an address',
				],
				next: ['set the selector of Service api to labels of Deployment api, or the labels of its pods'],
			},
		],
	},
	{
		name: 'the pods lack a label',
		objects: [...api, service({app: 'api', tier: 'web'})],
		finds: [
			{title: 'Service api selects no pod: it wants tier=web, the pods of Deployment api have no label tier'},
		],
	},
	{
		name: 'the label is called otherwise',
		objects: [...api, service({'app.kubernetes.io/name': 'api'})],
		finds: [
			{
				title: 'Service api selects no pod: it wants app.kubernetes.io/name=api, the pods of Deployment api have no label app.kubernetes.io/name',
			},
		],
	},
	{
		name: 'nothing is like it',
		objects: [...api, anObject('v1', 'Service', 'search', {spec: {selector: {app: 'elastic'}}})],
		finds: [{object: 'service/search', title: 'Service search selects no pod: nothing carries app=elastic'}],
	},
	{name: 'it selects', objects: [...api, service({app: 'api'})], finds: []},
	{name: 'its endpoints are written by hand', objects: [...api, service(null)], finds: []},
	{
		name: 'a name for something outside',
		objects: [
			...api,
			service({app: 'x'}, {spec: {type: 'ExternalName', externalName: 'db.example', selector: {a: 'b'}}}),
		],
		finds: [],
	},
	{
		name: 'its workload is scaled to 0',
		objects: [
			aDeployment('api', {spec: {replicas: 0}, status: {replicas: 0, readyReplicas: 0, updatedReplicas: 0}}),
			service({app: 'api'}),
		],
		finds: [],
	},
	{
		name: 'made half a minute ago, beside the Deployment that it does not fit',
		objects: [...api, service({app: 'apii'}, {metadata: {creationTimestamp: ago(30)}})],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'it was made a moment ago',
		objects: [service({app: 'api'}, {metadata: {creationTimestamp: ago(30)}})],
		finds: [],
	},
	{
		name: 'a pod that no workload owns',
		objects: [anObject('v1', 'Pod', 'debug', {metadata: {labels: {app: 'debug'}}}), service({app: 'debug'})],
		finds: [],
	},
	{
		name: 'a rollout of another kind that is at rest',
		objects: [
			anObject('apps/v1', 'ReplicaSet', 'api-1', {
				metadata: {labels: {app: 'api'}, ownerReferences: [ownerOf('Rollout', 'api')]},
				spec: {replicas: 0},
			}),
			service({app: 'api'}),
		],
		finds: [],
	},
	{
		name: 'an operator made it for pods that it makes when there are some to make',
		objects: [service({role: 'replica'}, {metadata: {ownerReferences: [ownerOf('Redis', 'cache')]}})],
		finds: [],
	},
	{
		name: 'its namespace is being deleted',
		objects: [
			service({app: 'api'}),
			anObject('v1', 'Namespace', 'shop', {metadata: {namespace: null}, status: {phase: 'Terminating'}}),
		],
		finds: [],
	},
	{
		name: 'workloads may not be listed, and may be there',
		objects: [service({app: 'api'})],
		unseen: ['statefulset'],
		finds: [],
	},
] satisfies readonly RuleExample[];
