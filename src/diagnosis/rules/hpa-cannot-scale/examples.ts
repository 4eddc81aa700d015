import {aDeployment, ago, anObject, aPod, aReplicaSet, type ApiObject, type RuleExample} from '../../example.ts';

const api = [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a')];
const DENIED =
	'the HPA controller was unable to update the target scale: admission webhook "replicas.shop" denied the request: at most 5';

const hpa = (status: string, reason: string, message: string, seconds: number): ApiObject =>
	anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
		spec: {scaleTargetRef: {kind: 'Deployment', name: 'api'}, maxReplicas: 10},
		status: {conditions: [{type: 'AbleToScale', status, reason, message, lastTransitionTime: ago(seconds)}]},
	});

export default [
	{
		name: 'a webhook refuses the new scale',
		objects: [...api, hpa('False', 'FailedUpdateScale', DENIED, 300)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Autoscaler api cannot change the scale of its workload',
				because: DENIED,
				verdict: 'struggling',
				affects: ['api'],
				evidence: [`AbleToScale FailedUpdateScale: ${DENIED}`],
				since: ago(300),
			},
		],
	},
	{
		name: 'a conflict that the next try settles',
		objects: [...api, hpa('False', 'FailedUpdateScale', 'conflict', 20)],
		finds: [],
	},
	{name: 'it waits before it scales down', objects: [...api, hpa('True', 'ScaleDownStabilized', '', 300)], finds: []},
] satisfies readonly RuleExample[];
