import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {oldPods, refusedRollout} from '../../refusal/example.ts';

export default [
	{
		name: 'a policy engine',
		objects: refusedRollout(
			'admission webhook "validate.kyverno.svc-fail" denied the request: \n\nresource Pod/shop/api-x was blocked due to the following policies \n\nrequire-labels:\n  check-team: label team is required',
		),
		finds: [
			{
				title: 'New pods cannot be created: webhook validate.kyverno.svc-fail denies them',
				because:
					'1 of 1 pod is missing; resource Pod/shop/api-x was blocked due to the following policies require-labels: check-team: label team is required',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'do what webhook validate.kyverno.svc-fail demands, or have it changed',
				],
			},
		],
	},
	{
		name: 'a policy of the API server itself',
		objects: refusedRollout(
			"pods \"api-x\" is forbidden: ValidatingAdmissionPolicy 'team.shop' with binding 'team' denied request: failed expression: has(object.metadata.labels.team)",
		),
		finds: [
			{
				title: 'New pods cannot be created: policy team.shop denies them',
				because: '1 of 1 pod is missing; failed expression: has(object.metadata.labels.team)',
			},
		],
	},
	{
		name: 'one that does not say why',
		objects: refusedRollout('admission webhook "gate.shop" denied the request without explanation'),
		finds: [{because: '1 of 1 pod is missing; it does not say why'}],
	},
	{
		name: 'one that does not answer is another matter',
		objects: refusedRollout('Internal error occurred: failed calling webhook "gate.shop": connection refused'),
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
