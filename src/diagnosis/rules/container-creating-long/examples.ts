import {creating, oldPods, rolloutOf, warned} from '../../creation/example.ts';
import {ago, anEvent, aPod, type RuleExample, waiting} from '../../example.ts';

const rollout = rolloutOf({containers: [{name: 'api', image: 'shop/api:1.9.0'}]});
const pod = creating('x', 400);
const mount = warned(
	pod,
	'FailedMount',
	'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data]: timed out waiting for the condition',
	270,
	30,
);

export default [
	{
		name: 'a volume that does not come',
		objects: [...rollout, pod, mount],
		finds: [
			{
				title: 'New pods do not get past ContainerCreating: FailedMount',
				because:
					'on node-1; Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data]: timed out waiting for the condition',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				next: ['see to what the newest warning names', 'compare with the other pods of node-1'],
				since: '2026-11-24T11:53:20Z',
			},
		],
	},
	{
		name: 'nobody says why',
		objects: [...rollout, pod],
		finds: [
			{
				title: 'New pods do not get past ContainerCreating',
				because: 'on node-1; no warning says why',
				evidence: ['ContainerCreating, on node-1'],
			},
		],
	},
	{
		name: 'events may not be listed',
		objects: [...rollout, pod],
		unseen: ['event'],
		finds: [{because: 'on node-1; why cannot be seen (list events)'}],
	},
	{
		name: 'three minutes are long, but not yet trouble',
		objects: [...rollout, creating('x', 180)],
		finds: [{verdict: 'progressing'}],
	},
	{name: 'a minute is nothing', objects: [...rollout, creating('x', 60)], finds: []},
	{
		name: 'a pod that was pending for an hour, and was taken a moment ago',
		objects: [
			...rollout,
			aPod('api', 2, 'x', {
				...waiting('api', 'ContainerCreating', ''),
				metadata: {creationTimestamp: ago(3600)},
			}),
		],
		finds: [],
	},
	{
		name: 'a large image that is being pulled',
		objects: [
			...rollout,
			pod,
			anEvent(pod, 'Pulling', 'Pulling image "shop/api:1.9.0"', {
				type: 'Normal',
				involvedObject: {fieldPath: 'spec.containers{api}'},
				lastTimestamp: ago(390),
			}),
		],
		finds: [],
	},
	{name: 'pods that run', objects: oldPods, finds: []},
] satisfies readonly RuleExample[];
