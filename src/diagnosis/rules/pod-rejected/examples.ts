import {aDeployment, ago, aPod, aReplicaSet, crashed, type RuleExample} from '../../example.ts';
import {takenAway} from '../../example-ended.ts';

const CPU = "Pod was rejected: Node didn't have enough resource: cpu, requested: 1000, used: 1500, capacity: 2000";
const short = {status: {readyReplicas: 2, availableReplicas: 2}};
const live = ['b', 'c'].map(suffix => aPod('api', 1, suffix));
const refused = (reason: string, message: string, suffix = 'a') =>
	aPod('api', 1, suffix, takenAway(reason, message, 60));

export default [
	{
		name: 'no room after all',
		objects: [aDeployment('api', short), aReplicaSet('api', 1), ...live, refused('OutOfcpu', CPU)],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods were refused by node-1: it has not enough cpu (OutOfcpu)',
				because: CPU,
				verdict: 'struggling',
				evidence: [`api-rs1-a OutOfcpu: ${CPU}`],
				since: ago(60),
			},
		],
	},
	{
		name: 'once, and another one took its place',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			...live,
			aPod('api', 1, 'd'),
			refused('NodeAffinity', 'Pod was rejected: Predicate NodeAffinity failed'),
		],
		finds: [
			{title: 'Pods were refused by node-1: it does not match their selector (NodeAffinity)', verdict: 'info'},
		],
	},
	{
		name: 'again and again',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			...live,
			...['x', 'y', 'z'].map(suffix =>
				refused('UnexpectedAdmissionError', 'Allocate failed due to no devices', suffix),
			),
		],
		finds: [{verdict: 'struggling', affects: ['api-rs1-x', 'api-rs1-y', 'api-rs1-z']}],
	},
	{
		name: 'pods that were evicted, and such that crash',
		objects: [
			aDeployment('api', short),
			aReplicaSet('api', 1),
			...live,
			refused('Evicted', ''),
			aPod('api', 1, 'd', crashed('api', 1)),
		],
		finds: [],
	},
	{name: 'pods that run', objects: [aDeployment('api'), aReplicaSet('api', 1), ...live], finds: []},
] satisfies readonly RuleExample[];
