import {aDeployment, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {takenAway} from '../../example-ended.ts';

const owners = [aDeployment('api'), aReplicaSet('api', 1)];
const live = ['b', 'c', 'd'].map(suffix => aPod('api', 1, suffix));
const SHUTDOWN = 'Pod was terminated in response to imminent node shutdown.';

export default [
	{
		name: 'a machine that the cloud takes back',
		objects: [...owners, ...live, aPod('api', 1, 'a', takenAway('Terminated', SHUTDOWN))],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods were ended because node-1 shut down',
				because: 'all its pods are there again',
				verdict: 'info',
				evidence: [`api-rs1-a Terminated: ${SHUTDOWN}`],
			},
		],
	},
	{
		name: 'the words of older kubelets',
		objects: [
			...owners,
			...live,
			aPod('api', 1, 'a', takenAway('NodeShutdown', 'Pod was rejected as the node is shutting down.')),
		],
		finds: [{verdict: 'info'}],
	},
	{name: 'pods that run', objects: [...owners, ...live], finds: []},
] satisfies readonly RuleExample[];
