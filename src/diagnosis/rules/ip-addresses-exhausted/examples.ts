import {creating, oldPods, rolloutOf, warned} from '../../creation/example.ts';
import type {RuleExample} from '../../example.ts';

const rollout = rolloutOf({containers: [{name: 'api', image: 'shop/api:1.9.0'}]});
const AWS =
	'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "603ebf87036af6c05e6bf26c82403b404cc9763b5d20ab89cd08286969899348": plugin type="aws-cni" name="aws-cni" failed (add): add cmd: failed to assign an IP address to container';
const RANGE = 'failed to allocate for range 0: no IP addresses available in range set: 10.0.0.1-10.0.0.254';
const pod = creating('x', 100);

export default [
	{
		name: 'a subnet of AWS without addresses',
		objects: [...rollout, pod, warned(pod, 'FailedCreatePodSandBox', AWS, 95, 5)],
		finds: [
			{
				title: 'New pods wait for an IP address: none is left',
				because: '1 wait on node-1, where 3 pods run',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				next: [
					'enlarge the subnet or the range of addresses for pods',
					'or add nodes, when each has addresses of its own',
					'or scale down what can be spared on node-1',
				],
			},
		],
	},
	{
		name: 'a range of a node',
		objects: [...rollout, pod, warned(pod, 'FailedCreatePodSandBox', RANGE, 95, 5)],
		finds: [{title: 'New pods wait for an IP address: none is left in 10.0.0.1-10.0.0.254'}],
	},
	{
		name: 'a plugin that is fetching the next batch',
		objects: [...rollout, creating('x', 15), warned(pod, 'FailedCreatePodSandBox', AWS, 12, 2)],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a refusal of long ago',
		objects: [...rollout, creating('x', 900), warned(pod, 'FailedCreatePodSandBox', AWS, 890, 700)],
		finds: [],
	},
	{name: 'pods that run', objects: oldPods, finds: []},
] satisfies readonly RuleExample[];
