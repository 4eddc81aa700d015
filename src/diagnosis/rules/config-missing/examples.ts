import {rolloutOf, stuck} from '../../creation/example.ts';
import {aDeployment, ago, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const spec = {
	containers: [
		{
			name: 'api',
			image: 'shop/api:1.9.0',
			env: [{name: 'DATABASE_URL', valueFrom: {configMapKeyRef: {name: 'api-config', key: 'DATABASE_URL'}}}],
			envFrom: [{secretRef: {name: 'api-secret'}}],
		},
	],
};
const rollout = rolloutOf(spec);
const noConfigMap = stuck(spec, 'CreateContainerConfigError', 'configmap "api-config" not found');
const noSecret = stuck(spec, 'CreateContainerConfigError', 'secret "api-secret" not found');

export default [
	{
		name: 'a ConfigMap that is called otherwise',
		objects: [...rollout, noConfigMap, anObject('v1', 'ConfigMap', 'api-conf')],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods wait for ConfigMap api-config, which does not exist',
				because: 'variable DATABASE_URL of container api reads it, rev 1 did not; there is api-conf',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: ['CreateContainerConfigError: configmap "api-config" not found'],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'create ConfigMap api-config in shop'],
				since: '2026-11-24T11:58:10Z',
			},
		],
	},
	{
		name: 'a Secret that is in another namespace',
		objects: [
			...rollout,
			noSecret,
			anObject('v1', 'Secret', 'api-secret', {metadata: {namespace: 'staging', uid: 'other'}}),
		],
		finds: [
			{
				title: 'New pods wait for Secret api-secret, which does not exist',
				because: 'envFrom of container api reads it, rev 1 did not; there is one in staging, but not in shop',
			},
		],
	},
	{
		name: 'Secrets may not be listed',
		objects: [...rollout, noSecret],
		unseen: ['secret'],
		finds: [
			{
				verdict: 'doomed',
				because:
					'envFrom of container api reads it, rev 1 did not; what there is instead cannot be seen (list secrets)',
			},
		],
	},
	{
		name: 'what was applied together may still come',
		objects: [
			...rollout,
			{
				...noConfigMap,
				status: {
					...(noConfigMap['status'] as object),
					conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(4)}],
				},
			},
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'it was made half a minute ago, and the kubelet has not looked again',
		objects: [
			...rollout,
			noConfigMap,
			anObject('v1', 'ConfigMap', 'api-config', {metadata: {creationTimestamp: ago(30)}}),
		],
		finds: [
			{
				verdict: 'progressing',
				because:
					'variable DATABASE_URL of container api reads it, rev 1 did not; it is there by now, and the kubelet looks again every minute or two',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'wait for the next try, or delete the pods to try at once',
				],
			},
		],
	},
	{
		name: 'a cache of the kubelet that is not filled is none of it',
		objects: [
			...rollout,
			stuck(
				spec,
				'CreateContainerConfigError',
				'failed to sync configmap cache: timed out waiting for the condition',
			),
		],
		finds: [],
	},
	{
		name: 'a healthy Deployment that has it',
		objects: [
			aDeployment('api', {spec: {template: {spec}}}),
			aReplicaSet('api', 1),
			...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
			anObject('v1', 'ConfigMap', 'api-config'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
