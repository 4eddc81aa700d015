import {aDeployment, ago, aPod, aReplicaSet, type RuleExample, waiting} from '../../example.ts';
import {takenAway} from '../../example-ended.ts';

const CONTAINER = 'Container api exceeded its local ephemeral storage limit "1Gi". ';
const owners = [aDeployment('api'), aReplicaSet('api', 1)];
const live = ['b', 'c'].map(suffix => aPod('api', 1, suffix));
const evicted = (message: string, suffix = 'a', seconds = 120) =>
	aPod('api', 1, suffix, takenAway('Evicted', message, seconds));

export default [
	{
		name: 'a container that fills its disk, twice',
		objects: [
			...owners,
			...live,
			evicted(CONTAINER),
			evicted(CONTAINER, 'x', 300),
			aPod('api', 1, 'd', waiting('api', 'ContainerCreating', '')),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods were evicted: container api wrote more to local disk than its ephemeral-storage limit of 1Gi',
				because:
					'2 pods in the last ten minutes; logs, emptyDir volumes and what is written beside volumes count',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs1-a', 'api-rs1-x', 'api-rs1-d'],
				evidence: [`api-rs1-a Evicted: ${CONTAINER.trim()}`, `api-rs1-x Evicted: ${CONTAINER.trim()}`],
				since: ago(300),
			},
		],
	},
	{
		name: 'a volume of its own',
		objects: [...owners, ...live, evicted('Usage of EmptyDir volume "tmp" exceeds the limit "5Mi". ')],
		finds: [{title: 'Pods were evicted: emptyDir volume tmp grew beyond its limit of 5Mi'}],
	},
	{
		name: 'all of a pod together',
		objects: [
			...owners,
			...live,
			evicted('Pod ephemeral local storage usage exceeds the total limit of containers 2Gi. '),
		],
		finds: [
			{
				title: 'Pods were evicted: they wrote more to local disk than their ephemeral-storage limits of 2Gi together',
			},
		],
	},
	{
		name: 'the node was short of disk: that is another matter',
		objects: [...owners, ...live, evicted('The node was low on resource: ephemeral-storage. ')],
		finds: [],
	},
	{name: 'a quarter of an hour ago', objects: [...owners, ...live, evicted(CONTAINER, 'a', 900)], finds: []},
	{name: 'pods that run', objects: [...owners, ...live], finds: []},
] satisfies readonly RuleExample[];
