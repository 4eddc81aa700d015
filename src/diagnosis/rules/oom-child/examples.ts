import {ago, aDeployment, aPod, aReplicaSet, crashed, type RuleExample} from '../../example.ts';

const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const spec = {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {memory: '256Mi'}}}]};
const OOM = {reason: 'OOMKilled', startedAt: ago(400), finishedAt: ago(20)};

export default [
	{
		name: 'a worker was killed, and the first process ended with a code of its own',
		objects: [...still, aPod('api', 1, 'a', {...crashed('api', 1, {}, OOM), spec})],
		finds: [
			{
				title: 'Pods run out of memory: a child process was killed at the limit of 256Mi',
				because: 'the first process ended with exit 1, and the runtime says OOMKilled',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: ['api: OOMKilled with exit 1 6m20s after its start, limit 256Mi, ended 4 times in all'],
				next: ['raise the memory limit', 'start fewer workers in one container'],
				since: ago(20),
			},
		],
	},
	{
		name: 'the first process ended as if nothing had been',
		objects: [...still, aPod('api', 1, 'a', {...crashed('api', 0, {}, OOM), spec})],
		finds: [{because: 'the first process ended with exit 0, and the runtime says OOMKilled'}],
	},
	{
		name: 'the container as a whole was killed',
		objects: [...still, aPod('api', 1, 'a', {...crashed('api', 137, {}, OOM), spec})],
		finds: [],
	},
	{
		name: 'an error without a kill',
		objects: [...still, aPod('api', 1, 'a', {...crashed('api', 1), spec})],
		finds: [],
	},
] satisfies readonly RuleExample[];
