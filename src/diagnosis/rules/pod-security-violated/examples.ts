import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {oldPods, refusedRollout} from '../../refusal/example.ts';

const RESTRICTED =
	'pods "api-x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "api" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "api" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "api" must set securityContext.runAsNonRoot=true)';

export default [
	{
		name: 'a namespace that admits restricted pods only',
		objects: refusedRollout(RESTRICTED),
		finds: [
			{
				title: 'New pods cannot be created: they violate PodSecurity restricted:latest',
				because:
					'1 of 1 pod is missing; allowPrivilegeEscalation != false, unrestricted capabilities and runAsNonRoot != true',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'container "api" must set securityContext.allowPrivilegeEscalation=false',
					'container "api" must set securityContext.capabilities.drop=["ALL"]',
					'pod or container "api" must set securityContext.runAsNonRoot=true',
				],
			},
		],
	},
	{
		name: 'OpenShift',
		objects: refusedRollout(
			'pods "api-x" is forbidden: unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount, provider restricted-v2: .containers[0].runAsUser: Invalid value: 0: must be in the ranges: [1000, 2000]]',
		),
		finds: [
			{
				title: 'New pods cannot be created: they violate every security context constraint',
				because:
					'1 of 1 pod is missing; provider restricted-v2: .containers[0].runAsUser: Invalid value: 0: must be in the ranges: [1000, 2000]',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'set the security context as it demands'],
			},
		],
	},
	{
		name: 'a webhook is another matter',
		objects: refusedRollout('admission webhook "x" denied the request: violates PodSecurity'),
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
