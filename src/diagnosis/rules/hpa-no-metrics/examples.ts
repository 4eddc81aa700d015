import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	crashed,
	type RuleExample,
} from '../../example.ts';

const api = [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a')];

function hpa(message: string, seconds: number, reason = 'FailedGetResourceMetric'): ApiObject {
	return anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
		spec: {
			scaleTargetRef: {kind: 'Deployment', name: 'api'},
			maxReplicas: 10,
			metrics: [
				{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}},
			],
		},
		status: {
			currentReplicas: 3,
			desiredReplicas: 3,
			conditions: [
				{type: 'AbleToScale', status: 'True', reason: 'SucceededGetScale'},
				{type: 'ScalingActive', status: 'False', reason, message, lastTransitionTime: ago(seconds)},
			],
		},
	});
}

const NO_REQUEST =
	'the HPA was unable to compute the replica count: failed to get cpu utilization: missing request for cpu in container api of Pod api-rs1-a';
const NO_API =
	'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server is currently unable to handle the request (get pods.metrics.k8s.io)';

export default [
	{
		name: 'a container does not request what the target is a share of',
		objects: [...api, hpa(NO_REQUEST, 1800)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Autoscaler api does not scale: container api requests no cpu',
				because: 'its target is a share of the cpu that the containers request',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api'],
				evidence: [`ScalingActive FailedGetResourceMetric: ${NO_REQUEST}`, 'cpu: <unknown>/70%'],
				next: ['set a cpu request on container api'],
				since: ago(1800),
			},
		],
	},
	{
		name: 'the metrics API is down',
		objects: [...api, hpa(NO_API, 1800)],
		finds: [
			{
				title: 'Autoscaler api does not scale: the metrics API gives no figures of its pods',
				next: ['see whether metrics-server runs: kubectl get apiservice v1beta1.metrics.k8s.io'],
			},
		],
	},
	{
		name: 'the adapter of an external metric is down',
		objects: [
			...api,
			hpa('unable to get external metric shop/queue/nil: no metrics returned', 1800, 'FailedGetExternalMetric'),
		],
		finds: [{title: 'Autoscaler api does not scale: the adapter of its metric gives no figures'}],
	},
	{
		name: 'no metrics API was ever installed',
		objects: [
			...api,
			hpa(
				'unable to get metrics for resource cpu: the server could not find the requested resource (get pods.metrics.k8s.io)',
				90,
			),
		],
		finds: [{title: 'Autoscaler api does not scale: the metrics API gives no figures of its pods'}],
	},
	{
		name: 'a minute ago, but no waiting helps a container without requests',
		objects: [...api, hpa(NO_REQUEST, 60)],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'the first figures have yet to come',
		objects: [
			...api,
			hpa('unable to get metrics for resource cpu: no metrics returned from resource metrics API', 90),
		],
		finds: [],
	},
	{
		name: 'its target is scaled to 0 by hand, which switches it off',
		objects: [
			...api,
			hpa('scaling is disabled since the replica count of the target is zero', 1800, 'ScalingDisabled'),
		],
		finds: [],
	},
	{
		name: 'no pod is ready, so there is nothing to measure',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', crashed('api', 1)),
			hpa('did not receive metrics for targeted pods (pods might be unready)', 1800),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
