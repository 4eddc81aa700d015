import {aDeployment, ago, aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';

const paused = {
	spec: {paused: true},
	status: {
		conditions: [
			{
				type: 'Progressing',
				status: 'Unknown',
				reason: 'DeploymentPaused',
				message: 'Deployment is paused',
				lastTransitionTime: ago(1200),
			},
		],
	},
};
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

export default [
	{
		name: 'paused after the first new pod, to look at it',
		objects: [aRollout('api', paused), aReplicaSet('api', 1), aReplicaSet('api', 2), ...old, aPod('api', 2, 'x')],
		finds: [
			{
				object: 'deployment/api',
				title: 'Deployment api is paused half-way: 1 pod of rev 2, 3 of older ones',
				verdict: 'struggling',
				evidence: ['spec.paused is true', 'Progressing DeploymentPaused: Deployment is paused'],
				next: [
					'kubectl rollout resume deployment/api -n shop',
					'or resume it and roll back to rev 1 (shop/api:1.8.2)',
				],
				since: ago(1200),
			},
		],
	},
	{
		name: 'a new template waits, no pod of it was made',
		objects: [
			aDeployment('api', {...paused, status: {...paused.status, updatedReplicas: 0}}),
			aReplicaSet('api', 1),
			...old,
		],
		finds: [{title: 'Deployment api is paused: its newest template is not rolled out', verdict: 'struggling'}],
	},
	{
		name: 'paused a moment ago, to change several things at once',
		now: '2026-11-24T11:40:10Z',
		objects: [
			aDeployment('api', {...paused, status: {...paused.status, updatedReplicas: 0}}),
			aReplicaSet('api', 1),
			...old,
		],
		finds: [{title: 'Deployment api is paused: its newest template is not rolled out', verdict: 'progressing'}],
	},
	{
		name: 'paused with nothing to do',
		objects: [aDeployment('api', paused), aReplicaSet('api', 1), ...old],
		finds: [{title: 'Deployment api is paused: changes of its template wait', verdict: 'info'}],
	},
	{name: 'not paused', objects: [aDeployment('api'), aReplicaSet('api', 1), ...old], finds: []},
	{
		name: 'paused and scaled to 0',
		objects: [aDeployment('api', {spec: {paused: true, replicas: 0}}), aReplicaSet('api', 1)],
		finds: [],
	},
] satisfies readonly RuleExample[];
