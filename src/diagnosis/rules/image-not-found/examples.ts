import {aDeployment, anEvent, aPod, aReplicaSet, aRollout, type RuleExample, waiting} from '../../example.ts';

const CONTAINERD =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": failed to resolve reference "docker.io/shop/api:1.9.0": docker.io/shop/api:1.9.0: not found';
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));
const rollout = [aRollout('api'), aReplicaSet('api', 1), aReplicaSet('api', 2), ...old];
const backingOff = aPod('api', 2, 'x', waiting('api', 'ImagePullBackOff', 'Back-off pulling image "shop/api:1.9.0"'));

export default [
	{
		name: 'a release whose tag was never pushed',
		objects: [...rollout, aPod('api', 2, 'x', waiting('api', 'ErrImagePull', CONTAINERD))],
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
				since: '2026-11-24T11:58:00Z',
			},
		],
	},
	{
		name: 'the reason is remembered when only the back-off is left',
		before: [
			{
				at: '2026-11-24T11:59:00Z',
				objects: [...rollout, aPod('api', 2, 'x', waiting('api', 'ErrImagePull', CONTAINERD))],
			},
		],
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
		finds: [{verdict: 'doomed'}],
	},
	{
		name: 'a pull that is under way',
		objects: [...rollout, aPod('api', 2, 'x', waiting('api', 'ContainerCreating', ''))],
		finds: [],
	},
	{
		name: 'a registry that cannot be reached is another matter',
		objects: [...rollout, aPod('api', 2, 'x', waiting('api', 'ErrImagePull', 'dial tcp 1.2.3.4:443: i/o timeout'))],
		finds: [],
	},
	{
		name: 'a healthy Deployment',
		objects: [aDeployment('api'), aReplicaSet('api', 1), ...old],
		finds: [],
	},
] satisfies readonly RuleExample[];
