import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1, {spec: {replicas: 1}})];
const unseen = (spec: object = {}, seconds = 120) =>
	aPod('api', 1, 'x', {
		metadata: {creationTimestamp: ago(seconds)},
		spec: {nodeName: undefined, ...spec},
		status: {phase: 'Pending', conditions: [], containerStatuses: undefined},
	});

export default [
	{
		name: 'the name of a scheduler that nobody is called by',
		objects: [...owners, unseen({schedulerName: 'bin-paker'})],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods wait for scheduler bin-paker, which says nothing',
				verdict: 'struggling',
				confidence: 'likely',
				next: ['look whether bin-paker runs', 'correct schedulerName of the template'],
				since: ago(120),
			},
		],
	},
	{
		name: 'the scheduler of the cluster is down',
		objects: [...owners, unseen()],
		finds: [{title: 'Pods wait for the scheduler, which says nothing', next: ['look whether kube-scheduler runs']}],
	},
	{name: 'a busy scheduler', objects: [...owners, unseen({}, 40)], finds: []},
	{
		name: 'a volume is being made for the pod',
		objects: [
			...owners,
			unseen({volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]}),
			anObject('v1', 'PersistentVolumeClaim', 'data', {status: {phase: 'Pending'}}),
		],
		finds: [],
	},
	{
		name: 'an event tells why',
		objects: [
			...owners,
			unseen(),
			anEvent(unseen(), 'FailedScheduling', '0/1 nodes are available: 1 Too many pods.'),
		],
		finds: [],
	},
	{name: 'pods that have a node', objects: [...owners, aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
