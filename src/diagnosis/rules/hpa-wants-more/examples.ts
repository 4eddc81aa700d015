import {aDeployment, ago, anObject, aPod, aReplicaSet, type ApiObject, type RuleExample} from '../../example.ts';

const api = [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a')];
const hpa = (desiredReplicas: number, seconds: number): ApiObject =>
	anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
		spec: {scaleTargetRef: {kind: 'Deployment', name: 'api'}, maxReplicas: 10},
		status: {currentReplicas: 3, desiredReplicas, lastScaleTime: ago(seconds)},
	});

export default [
	{
		name: 'for half an hour',
		objects: [...api, hpa(6, 1800)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Autoscaler api wants 6 pods, and there are 3',
				verdict: 'struggling',
				affects: ['api'],
				evidence: ['6 wanted, 3 there'],
				since: ago(1800),
			},
		],
	},
	{name: 'it asked a minute ago', objects: [...api, hpa(6, 60)], finds: []},
	{name: 'it has what it wants', objects: [...api, hpa(3, 1800)], finds: []},
	{name: 'it scales down', objects: [...api, hpa(2, 1800)], finds: []},
] satisfies readonly RuleExample[];
