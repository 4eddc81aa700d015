import {
	ago,
	aDeployment,
	anEvent,
	anObject,
	type ApiObject,
	aPod,
	aReplicaSet,
	crashed,
	type RuleExample,
} from '../../example.ts';

const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const OOM = {reason: 'OOMKilled', startedAt: ago(4000), finishedAt: ago(62)};
const node = anObject('v1', 'Node', 'node-1', {
	metadata: {namespace: undefined},
	status: {conditions: [{type: 'Ready', status: 'True', lastTransitionTime: ago(9000)}]},
});
const SYSTEM_OOM = 'System OOM encountered, victim process: uvicorn, pid: 4711';
const MEMORY = {resources: {requests: {memory: '64Mi'}, limits: {memory: '256Mi'}}};

const killed = (container: object = {}): ApiObject =>
	aPod('api', 1, 'a', {
		...crashed('api', 137, {}, OOM),
		spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', ...container}]},
	});

export default [
	{
		name: 'the node had no memory left, and took a container that nothing limits',
		objects: [...still, killed(), node, anEvent(node, 'SystemOOM', SYSTEM_OOM, {firstTimestamp: ago(61)})],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods run out of memory: node node-1 had none left',
				because: 'the container has no memory limit; it requests no memory, so it is among the first to go',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'api: OOMKilled (exit 137) 65m after its start, no limit, ended 4 times in all',
					`SystemOOM ${SYSTEM_OOM}`,
				],
				next: ['see what uses the memory of node node-1', 'set a memory request and limit'],
				since: ago(62),
			},
		],
	},
	{
		name: 'its limit was not what ended it',
		objects: [...still, killed(MEMORY), node, anEvent(node, 'SystemOOM', SYSTEM_OOM, {firstTimestamp: ago(61)})],
		finds: [{because: 'its limit of 256Mi is not what ended it', confidence: 'certain'}],
	},
	{
		name: 'without a limit only the node can have ended it, though nobody says so',
		objects: [...still, killed()],
		unseen: ['node'],
		finds: [
			{
				title: 'Pods run out of memory: nothing limits them, and node node-1 had none left',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'the problem detector passes on a kill at the limit of a container',
		objects: [
			...still,
			killed(MEMORY),
			node,
			anEvent(node, 'OOMKilling', 'Memory cgroup out of memory: Killed process 4711 (uvicorn)', {
				firstTimestamp: ago(61),
			}),
		],
		finds: [],
	},
	{
		name: 'the node had trouble at another time',
		objects: [
			...still,
			killed(MEMORY),
			node,
			anEvent(node, 'SystemOOM', SYSTEM_OOM, {firstTimestamp: ago(3000), lastTimestamp: ago(3000)}),
		],
		finds: [],
	},
	{
		name: 'pods that were not killed, on a node that took another one',
		objects: [...still, aPod('api', 1, 'a'), node, anEvent(node, 'SystemOOM', SYSTEM_OOM)],
		finds: [],
	},
] satisfies readonly RuleExample[];
