import {ago, aDeployment, anEvent, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aStatefulSet, oldPods, refusal, refusedDeployment, refusedRollout, refusedSet} from '../../refusal/example.ts';

const FULL =
	'pods "api-rs2-abcde" is forbidden: exceeded quota: compute, requested: limits.memory=512Mi,requests.cpu=500m, used: limits.memory=1792Mi,requests.cpu=2, limited: limits.memory=2Gi,requests.cpu=2';
const TOO_LARGE =
	'pods "api-rs2-abcde" is forbidden: exceeded quota: compute, requested: requests.memory=8Gi, used: requests.memory=1Gi, limited: requests.memory=4Gi';
const UNSET =
	'pods "api-rs2-abcde" is forbidden: failed quota: compute: must specify limits.cpu for: api; limits.memory for: api';
const PODS =
	'Create Pod web-2 in StatefulSet web failed error: pods "web-2" is forbidden: exceeded quota: counts, requested: pods=1, used: pods=10, limited: pods=10';

export default [
	{
		name: 'a rollout for which the quota leaves no room',
		objects: refusedRollout(FULL),
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods cannot be created: quota compute has no room: 512Mi limits.memory needed, 1792Mi of 2Gi used',
				because: '1 of 1 pod is missing; requests.cpu: 500m needed, 2 of 2 used',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs2'],
				evidence: [
					'FailedCreate ×5 exceeded quota: compute, requested: limits.memory=512Mi,requests.cpu=500m, used: limits.memory=1792Mi,requests.cpu=2, limited: limits.memory=2Gi,requests.cpu=2',
				],
				next: [
					'raise quota compute',
					'or scale down what can be spared in the namespace',
					'or lower the requests',
				],
				since: '2026-11-24T11:58:30Z',
			},
		],
	},
	{
		name: 'the event is gone, the condition stays',
		objects: [refusedDeployment(FULL, 4000), aReplicaSet('api', 1), refusedSet(FULL, 4000), ...oldPods],
		finds: [
			{
				evidence: [
					'exceeded quota: compute, requested: limits.memory=512Mi,requests.cpu=500m, used: limits.memory=1792Mi,requests.cpu=2, limited: limits.memory=2Gi,requests.cpu=2',
				],
				since: '2026-11-24T10:53:20Z',
			},
		],
	},
	{
		name: 'a pod that asks for more than the whole quota',
		objects: refusedRollout(TOO_LARGE),
		finds: [
			{
				title: 'New pods cannot be created: each needs 8Gi requests.memory, quota compute is 4Gi',
				because: '1 of 1 pod is missing',
				verdict: 'doomed',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'lower the request', 'or raise quota compute'],
			},
		],
	},
	{
		name: 'a quota that demands limits which the template does not set',
		objects: refusedRollout(UNSET),
		finds: [
			{
				title: 'New pods cannot be created: quota compute demands limits.cpu and limits.memory',
				because: '1 of 1 pod is missing; limits.cpu is not set for api; limits.memory is not set for api',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'a rollout that cannot make room itself',
		objects: [
			refusedDeployment(FULL, 90, {
				spec: {
					replicas: 3,
					strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 1, maxUnavailable: 0}},
					selector: {matchLabels: {app: 'api'}},
				},
			}),
			...refusedRollout(FULL).slice(1),
		],
		finds: [
			{
				because:
					'1 of 1 pod is missing; requests.cpu: 500m needed, 2 of 2 used; no old pod goes before a new one is ready (maxUnavailable 0), so the rollout cannot make room itself',
			},
		],
	},
	{
		name: 'a StatefulSet says it in an event only',
		objects: [aStatefulSet(), anEvent(aStatefulSet(), 'FailedCreate', PODS)],
		finds: [
			{
				object: 'statefulset/web',
				title: 'Pods cannot be created: quota counts has no room: 1 pod needed, 10 of 10 used',
				because: '1 of 3 pods is missing',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a job',
		objects: [
			anObject('batch/v1', 'Job', 'migrate', {
				spec: {completions: 1, parallelism: 1},
				status: {startTime: ago(100)},
			}),
			anEvent(anObject('batch/v1', 'Job', 'migrate'), 'FailedCreate', `Error creating: ${FULL}`),
		],
		finds: [
			{
				object: 'job/migrate',
				because: '1 of 1 pod is missing; requests.cpu: 500m needed, 2 of 2 used',
			},
		],
	},
	{
		name: 'it was refused five seconds ago, while an old pod is on its way out',
		objects: [refusedDeployment(FULL, 5), aReplicaSet('api', 1), refusedSet(FULL, 5), ...oldPods],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'it was refused, and then it was created',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1, {metadata: {creationTimestamp: ago(4 * 3600)}}),
			...oldPods,
			anEvent(aReplicaSet('api', 1), 'FailedCreate', `Error creating: ${FULL}`),
		],
		finds: [],
	},
	{
		name: 'a StatefulSet that was refused once and goes on',
		objects: [
			aStatefulSet(),
			anEvent(aStatefulSet(), 'FailedCreate', PODS, {lastTimestamp: ago(300)}),
			anEvent(aStatefulSet(), 'SuccessfulCreate', 'create Pod web-1 in StatefulSet web successful', {
				type: 'Normal',
				lastTimestamp: ago(20),
			}),
		],
		finds: [],
	},
	{
		name: 'a refusal of another kind',
		objects: [...refusedRollout('pods "api-x" is forbidden: no PriorityClass with name high was found')],
		finds: [],
	},
	{name: 'an event about pods that nobody misses', objects: [refusal(FULL), aPod('api', 1, 'a')], finds: []},
] satisfies readonly RuleExample[];
