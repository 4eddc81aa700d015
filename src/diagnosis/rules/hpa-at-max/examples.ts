import {aDeployment, ago, anObject, aPod, aReplicaSet, type ApiObject, type RuleExample} from '../../example.ts';

const api = [aDeployment('api', {spec: {replicas: 10}}), aReplicaSet('api', 1), aPod('api', 1, 'a')];

/** An autoscaler at 10 of 10 pods whose pods use so much of the cpu that they request; limited since so many seconds before noon. */
function hpa(utilization: number, reason: string, seconds: number, fields = {}): ApiObject {
	return anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
		spec: {
			scaleTargetRef: {kind: 'Deployment', name: 'api'},
			minReplicas: 2,
			maxReplicas: 10,
			metrics: [
				{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}},
			],
		},
		status: {
			currentReplicas: 10,
			desiredReplicas: 10,
			currentMetrics: [{type: 'Resource', resource: {name: 'cpu', current: {averageUtilization: utilization}}}],
			conditions: [
				{
					type: 'ScalingLimited',
					status: 'True',
					reason,
					message: 'the desired replica count is more than the maximum replica count',
					lastTransitionTime: ago(seconds),
				},
			],
			...fields,
		},
	});
}

const finding = {
	object: 'deployment/api',
	title: 'Autoscaler api is at its maximum of 10 pods and wants more',
	because: 'cpu is at 160%, target 70%: this load needs 23 pods',
	affects: ['api'],
} as const;

export default [
	{
		name: 'for half an hour',
		objects: [...api, hpa(160, 'TooManyReplicas', 1800)],
		finds: [
			{
				...finding,
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'ScalingLimited TooManyReplicas: the desired replica count is more than the maximum replica count',
					'cpu: 160%/70%',
				],
				next: [
					'raise maxReplicas above 10, if nodes and database have room for more pods',
					'see which requests became dearer or more',
				],
				since: ago(1800),
			},
		],
	},
	{
		name: 'for five minutes, as at every peak',
		objects: [...api, hpa(120, 'TooManyReplicas', 300)],
		finds: [{because: 'cpu is at 120%, target 70%: this load needs 18 pods', verdict: 'info'}],
	},
	{
		name: 'the peak lasts longer than a peak',
		before: [{at: ago(1000), objects: [...api, hpa(120, 'TooManyReplicas', 1100)]}],
		objects: [...api, hpa(120, 'TooManyReplicas', 1100)],
		finds: [{because: 'cpu is at 120%, target 70%: this load needs 18 pods', verdict: 'struggling'}],
	},
	{
		name: 'twice what it should be',
		objects: [...api, hpa(160, 'TooManyReplicas', 90)],
		finds: [{...finding, verdict: 'struggling'}],
	},
	{
		name: 'the last new pods are not ready for long',
		objects: [
			...api,
			aPod('api', 1, 'b', {
				metadata: {creationTimestamp: ago(70)},
				status: {conditions: [{type: 'Ready', status: 'True', lastTransitionTime: ago(30)}]},
			}),
			hpa(160, 'TooManyReplicas', 90),
		],
		finds: [{...finding, verdict: 'info'}],
	},
	{
		name: 'for half an hour, and its pods were all replaced a moment ago',
		objects: [
			...api,
			aPod('api', 1, 'b', {
				status: {conditions: [{type: 'Ready', status: 'True', lastTransitionTime: ago(10)}]},
			}),
			hpa(160, 'TooManyReplicas', 1800),
		],
		finds: [{...finding, verdict: 'struggling'}],
	},
	{
		name: 'the load is gone, and it waits before it scales down',
		objects: [...api, hpa(60, 'TooManyReplicas', 1800)],
		finds: [{because: '', verdict: 'info'}],
	},
	{name: 'at its minimum', objects: [...api, hpa(10, 'TooFewReplicas', 1800)], finds: []},
	{
		name: 'it is still on its way up',
		objects: [...api, hpa(160, 'TooManyReplicas', 1800, {currentReplicas: 6})],
		finds: [],
	},
	{name: 'no autoscaler', objects: api, finds: []},
] satisfies readonly RuleExample[];
