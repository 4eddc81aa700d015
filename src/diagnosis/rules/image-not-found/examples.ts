import {aDeployment, ago, anEvent, aPod, aReplicaSet, aRollout, type RuleExample, waiting} from '../../example.ts';
import {calm, oldPods, rollout, unpulled} from '../../images/example.ts';

const CONTAINERD =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": failed to resolve reference "docker.io/shop/api:1.9.0": docker.io/shop/api:1.9.0: not found';
const backingOff = unpulled('Back-off pulling image "shop/api:1.9.0"', {}, 'ImagePullBackOff');

export default [
	{
		name: 'a release whose tag was never pushed',
		objects: [...rollout, unpulled(CONTAINERD)],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods wait for an image that does not exist: shop/api:1.9.0',
				because: 'the registry says not found; rev 1 runs shop/api:1.8.2',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: [CONTAINERD],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'push shop/api:1.9.0, or correct its name'],
				since: '2026-11-24T11:58:10Z',
			},
		],
	},
	{
		name: 'newer kubelets repeat the reason behind their back-off',
		objects: [
			...rollout,
			unpulled(
				`Back-off pulling image "shop/api:1.9.0": ErrImagePull: rpc error: code = NotFound desc = ${CONTAINERD}`,
				{},
				'ImagePullBackOff',
			),
		],
		finds: [{evidence: [`rpc error: code = NotFound desc = ${CONTAINERD}`], verdict: 'doomed'}],
	},
	{
		name: 'the reason is remembered when only the back-off is left',
		before: [{at: '2026-11-24T11:59:00Z', objects: [...rollout, unpulled(CONTAINERD)]}],
		objects: [...rollout, backingOff],
		finds: [{evidence: [CONTAINERD]}],
	},
	{
		name: 'an event tells what the container does not say any more',
		objects: [
			...rollout,
			backingOff,
			anEvent(backingOff, 'Failed', `Failed to pull image "shop/api:1.9.0": ${CONTAINERD}`, {
				involvedObject: {fieldPath: 'spec.containers{api}'},
			}),
		],
		finds: [{verdict: 'doomed', evidence: [CONTAINERD], since: '2026-11-24T11:58:20Z'}],
	},
	{
		name: 'a repository whose name is mistyped',
		objects: [
			aRollout('api'),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			...oldPods,
			unpulled('manifest for shop/apj:1.9.0 not found: manifest unknown: manifest unknown', {
				containers: [{name: 'api', image: 'shop/apj:1.9.0'}],
			}),
		],
		finds: [
			{
				title: 'New pods wait for an image that does not exist: shop/apj:1.9.0',
				because: 'the registry says not found; rev 1 runs shop/api:1.8.2; perhaps shop/api:1.8.2 is meant',
			},
		],
	},
	{
		name: 'a first release: another tag of the repository runs elsewhere',
		objects: [
			aDeployment('api', {status: {readyReplicas: 0, availableReplicas: 0}}),
			aReplicaSet('api', 1),
			aPod('worker', 1, 'a', {spec: {containers: [{name: 'worker', image: 'shop/api:1.8.1'}]}}),
			aPod('api', 1, 'x', waiting('api', 'ErrImagePull', 'docker.io/shop/api:1.8.2: not found')),
		],
		finds: [
			{
				because:
					'the registry says not found; the repository is right, 1.8.1 of it runs here: the tag was never pushed, or is mistyped',
				next: ['push shop/api:1.8.2, or correct its name'],
			},
		],
	},
	{
		name: 'an image that was removed while old pods still run it',
		objects: [
			aDeployment('api', {status: {readyReplicas: 2, availableReplicas: 2}}),
			aReplicaSet('api', 1),
			...oldPods.slice(0, 2),
			aPod('api', 1, 'd', {
				...waiting('api', 'ErrImagePull', 'reading manifest 1.8.2 in docker.io/shop/api: manifest unknown'),
				metadata: {creationTimestamp: ago(60)},
			}),
		],
		finds: [
			{
				title: 'Pods wait for an image that does not exist: shop/api:1.8.2',
				because: 'the registry says not found; it still runs on node-1: it was removed from the registry',
				extent: '1 of 3 pods',
				next: ['push shop/api:1.8.2, or correct its name'],
			},
		],
	},
	{
		name: 'what a mirror did not have is not what the registry said',
		objects: [
			...rollout,
			unpulled(
				'initializing source docker://shop/api:1.9.0: (Mirrors also failed: [mirror.shop/api:1.9.0: reading manifest 1.9.0 in mirror.shop/api: manifest unknown]): docker.io/shop/api:1.9.0: pinging container registry registry-1.docker.io: Get "https://registry-1.docker.io/v2/": dial tcp 1.2.3.4:443: i/o timeout',
			),
		],
		finds: [],
	},
	{
		name: 'a pull that is under way',
		objects: [...rollout, aPod('api', 2, 'x', waiting('api', 'ContainerCreating', ''))],
		finds: [],
	},
	{
		name: 'a registry that cannot be reached is another matter',
		objects: [...rollout, unpulled('dial tcp 1.2.3.4:443: i/o timeout')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
	{
		name: 'an old revision that is being replaced is not looked at',
		objects: [
			aRollout('api'),
			aReplicaSet('api', 1),
			aReplicaSet('api', 2),
			aPod('api', 1, 'a', waiting('api', 'ErrImagePull', CONTAINERD)),
			aPod('api', 2, 'x'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
