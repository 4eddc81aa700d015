import {aDeployment, ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const hpa = (kind: string, name: string, fields = {}): ApiObject =>
	anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'scaler', {
		spec: {scaleTargetRef: {kind, name}, maxReplicas: 10},
		...fields,
	});
const told = {
	status: {
		conditions: [
			{
				type: 'AbleToScale',
				status: 'False',
				reason: 'FailedGetScale',
				message:
					'the HPA controller was unable to get the target\'s current scale: rollouts.argoproj.io "api" not found',
				lastTransitionTime: ago(600),
			},
		],
	},
};

export default [
	{
		name: 'its name is mistyped',
		objects: [hpa('Deployment', 'apii'), aDeployment('api')],
		finds: [
			{
				object: 'hpa/scaler',
				title: 'Autoscaler scaler is for Deployment apii, which does not exist',
				because: 'there is a Deployment api',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: ['spec.scaleTargetRef is Deployment apii'],
				next: ['correct its target to api'],
			},
		],
	},
	{
		name: 'of a kind that is not watched its controller tells',
		objects: [hpa('Rollout', 'api', told)],
		finds: [{title: 'Autoscaler scaler is for Rollout api, which does not exist', since: ago(600)}],
	},
	{
		name: 'a target that was missing is made',
		before: [{at: ago(60), objects: [hpa('Deployment', 'api')]}],
		objects: [hpa('Deployment', 'api'), aDeployment('api')],
		finds: [],
	},
	{name: 'it is there', objects: [hpa('Deployment', 'api'), aDeployment('api')], finds: []},
	{name: 'a kind that is not watched', objects: [hpa('Rollout', 'api')], finds: []},
	{
		name: 'made a moment ago',
		objects: [hpa('Deployment', 'api', {metadata: {creationTimestamp: ago(20)}})],
		finds: [],
	},
	{name: 'Deployments may not be listed', objects: [hpa('Deployment', 'api')], unseen: ['deployment'], finds: []},
] satisfies readonly RuleExample[];
