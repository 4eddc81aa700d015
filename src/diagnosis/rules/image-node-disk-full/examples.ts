import {ago, type RuleExample} from '../../example.ts';
import {calm, pullFailed, rollout, unpulled} from '../../images/example.ts';

const FULL =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": failed to extract layer sha256:aa: write /var/lib/containerd/tmp/1: no space left on device: unknown';
const full = unpulled(FULL);

export default [
	{
		name: 'a node whose disk is full',
		objects: [...rollout, full],
		finds: [
			{
				title: 'New pods wait for shop/api:1.9.0: no space left on the disk of node-1',
				because: 'the kubelet removes unused images when it can, and tries again',
				verdict: 'struggling',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				next: ['free the disk of node-1: unused images, logs, emptyDir volumes', 'or drain node-1'],
			},
		],
	},
	{
		name: 'the kubelet may make room before the next try',
		objects: [...rollout, full, pullFailed(full, FULL, ago(5), ago(5))],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'it made room',
		before: [{at: '2026-11-24T11:59:00Z', objects: [...rollout, full]}],
		objects: calm,
		finds: [],
	},
] satisfies readonly RuleExample[];
