import {creating, rolloutOf, warned} from '../../creation/example.ts';
import {ago, anEvent, anObject, type RuleExample} from '../../example.ts';

const rollout = rolloutOf({containers: [{name: 'api', image: 'shop/api:1.9.0'}]});
const CALICO =
	'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "603ebf87036af6c05e6bf26c82403b404cc9763b5d20ab89cd08286969899348": plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized';
const pod = creating('x', 100);
const other = {
	...creating('z', 100),
	metadata: {name: 'worker-1', namespace: 'jobs', uid: 'worker', creationTimestamp: ago(100)},
};

export default [
	{
		name: 'a network plugin that refuses',
		objects: [
			...rollout,
			pod,
			warned(pod, 'FailedCreatePodSandBox', CALICO, 95, 5),
			other,
			warned(other, 'FailedCreatePodSandBox', CALICO, 95, 5),
			anObject('v1', 'Node', 'node-1', {metadata: {namespace: ''}}),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods get no network on node-1: plugin calico refuses',
				because: '2 pods wait for it on node-1',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'FailedCreatePodSandBox ×4 plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized: Unauthorized',
				],
			},
			{object: 'pod/worker-1'},
		],
	},
	{
		name: 'a fresh node whose network comes up',
		objects: [
			...rollout,
			creating('x', 25),
			warned(pod, 'FailedCreatePodSandBox', 'Failed to create pod sandbox: cni plugin not initialized', 20, 5),
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'the sandbox was made, and the image is being pulled',
		objects: [
			...rollout,
			pod,
			warned(pod, 'FailedCreatePodSandBox', CALICO, 95, 80),
			anEvent(pod, 'Pulling', 'Pulling image "shop/api:1.9.0"', {
				type: 'Normal',
				involvedObject: {fieldPath: 'spec.containers{api}'},
				lastTimestamp: ago(70),
			}),
		],
		finds: [],
	},
	{
		name: 'a lack of addresses is another matter',
		objects: [
			...rollout,
			pod,
			warned(pod, 'FailedCreatePodSandBox', 'add cmd: failed to assign an IP address to container', 95, 5),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
