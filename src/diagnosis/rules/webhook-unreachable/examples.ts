import {aDeployment, anObject, aReplicaSet, type RuleExample} from '../../example.ts';
import {oldPods, refusedDeployment, refusedRollout, refusedSet} from '../../refusal/example.ts';

const REFUSED =
	'Internal error occurred: failed calling webhook "validate.kyverno.svc-fail": failed to call webhook: Post "https://kyverno-svc.kyverno.svc:443/validate/fail?timeout=10s": dial tcp 10.96.19.182:443: connect: connection refused';

export default [
	{
		name: 'a policy engine that is down',
		objects: [
			...refusedRollout(REFUSED),
			anObject('v1', 'Service', 'kyverno-svc', {
				metadata: {namespace: 'kyverno'},
				spec: {selector: {app: 'kyverno'}},
			}),
		],
		finds: [
			{
				title: 'New pods cannot be created: webhook validate.kyverno.svc-fail does not answer',
				because: '1 of 1 pod is missing; connection refused; Service kyverno-svc in kyverno selects no pods',
				verdict: 'struggling',
				confidence: 'certain',
				next: [
					'look at the pods behind Service kyverno-svc in kyverno',
					'or set failurePolicy: Ignore for validate.kyverno.svc-fail until it is back',
				],
			},
		],
	},
	{
		name: 'a policy engine that was uninstalled, and its configuration was left behind',
		objects: refusedRollout(REFUSED),
		finds: [{because: '1 of 1 pod is missing; connection refused; there is no Service kyverno-svc in kyverno'}],
	},
	{
		name: 'a webhook outside of the cluster',
		objects: refusedRollout(
			'failed calling webhook "scan.example.com": failed to call webhook: Post "https://scan.example.com/pods?timeout=3s": context deadline exceeded',
		),
		finds: [
			{
				because: '1 of 1 pod is missing; context deadline exceeded',
				next: [
					'look at scan.example.com',
					'or set failurePolicy: Ignore for scan.example.com until it is back',
				],
			},
		],
	},
	{
		name: 'a webhook that is being rolled out itself',
		objects: [refusedDeployment(REFUSED, 5), aReplicaSet('api', 1), refusedSet(REFUSED, 5), ...oldPods],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'one that denies is another matter',
		objects: refusedRollout('admission webhook "gate.shop" denied the request: no'),
		finds: [],
	},
	{name: 'a healthy Deployment', objects: [aDeployment('api'), aReplicaSet('api', 1), ...oldPods], finds: []},
] satisfies readonly RuleExample[];
