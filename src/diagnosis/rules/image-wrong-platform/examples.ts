import {anObject, aPod, type RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

const CONTAINERD =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": no match for platform in manifest: not found';
const arm = anObject('v1', 'Node', 'node-1', {
	metadata: {namespace: '', labels: {'kubernetes.io/arch': 'arm64', 'kubernetes.io/os': 'linux'}},
});
const amd = anObject('v1', 'Node', 'node-2', {metadata: {namespace: '', labels: {'kubernetes.io/arch': 'amd64'}}});

export default [
	{
		name: 'an image that is built for another processor',
		objects: [...rollout, arm, unpulled(CONTAINERD)],
		finds: [
			{
				title: 'New pods cannot run shop/api:1.9.0: it is not built for linux/arm64',
				because: 'node-1 is linux/arm64',
				verdict: 'doomed',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				next: [
					'build shop/api:1.9.0 for linux/arm64 too',
					'or select nodes that it is built for (kubernetes.io/arch)',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'a cluster of two kinds of nodes: it runs on the other',
		objects: [...rollout, arm, amd, unpulled(CONTAINERD), aPod('api', 2, 'y', {spec: {nodeName: 'node-2'}})],
		finds: [{because: 'node-1 is linux/arm64; it runs on node-2 (linux/amd64)', extent: '1 of 2 pods of rev 2'}],
	},
	{
		name: 'nodes that may not be listed',
		objects: [
			...rollout,
			unpulled(
				'choosing image instance: no image found in image index for architecture "arm64", variant "v8", OS "linux"',
			),
		],
		unseen: ['node'],
		finds: [
			{
				title: 'New pods cannot run shop/api:1.9.0: it is not built for their nodes',
				because: 'node-1 is of an architecture that cannot be seen',
			},
		],
	},
	{
		name: 'a tag that does not exist is another matter',
		objects: [...rollout, arm, unpulled('docker.io/shop/api:1.9.0: not found')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
