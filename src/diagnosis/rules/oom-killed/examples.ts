import {
	ago,
	aDeployment,
	anObject,
	type ApiObject,
	aPod,
	aReplicaSet,
	aRollout,
	crashed,
	merge,
	notReady,
	type RuleExample,
} from '../../example.ts';

const LIMIT = {resources: {limits: {memory: '128Mi'}, requests: {memory: '96Mi'}}};
const OOM = {exitCode: 137, reason: 'OOMKilled'};
const still = [aDeployment('api'), aReplicaSet('api', 1)];
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));

/** A pod with a limit of 128Mi. */
const limited = (revision: number, suffix: string, fields: object, container: object = LIMIT): ApiObject =>
	aPod('api', revision, suffix, {
		...fields,
		spec: {containers: [{name: 'api', image: 'shop/api:1.9.0', ...container}]},
	});
/** Status of a container that runs since so many seconds, after a kill. */
const after = (seconds: number, lived: number, status: object = {}): object => ({
	name: 'api',
	ready: true,
	started: true,
	restartCount: 1,
	state: {running: {startedAt: ago(seconds)}},
	lastState: {terminated: {...OOM, startedAt: ago(seconds + 1 + lived), finishedAt: ago(seconds + 1)}},
	...status,
});
const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1, {
		spec: {
			template: {
				spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {memory: '512Mi'}}}]},
			},
		},
	}),
	aReplicaSet('api', 2),
	...old,
];
const job = anObject('batch/v1', 'Job', 'import', {
	spec: {backoffLimit: 6, completions: 1, parallelism: 1},
	status: {failed: 2, active: 1},
});
const failedPod = (suffix: string): ApiObject =>
	anObject('v1', 'Pod', `import-${suffix}`, {
		metadata: {
			creationTimestamp: ago(300),
			ownerReferences: [
				{apiVersion: 'batch/v1', kind: 'Job', name: 'import', uid: 'job-import', controller: true},
			],
		},
		spec: {restartPolicy: 'Never', containers: [{name: 'import', image: 'shop/import:1', ...LIMIT}]},
		status: {
			phase: 'Failed',
			containerStatuses: [
				{
					name: 'import',
					ready: false,
					restartCount: 0,
					state: {terminated: {...OOM, startedAt: ago(290), finishedAt: ago(120)}},
					lastState: {},
				},
			],
		},
	});

export default [
	{
		name: 'killed at its start each time: it needs more than its limit',
		objects: [...rollout, limited(2, 'x', crashed('api', 137, {}, OOM))],
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods run out of memory at start: killed at their limit of 128Mi',
				because: 'it needs more than 128Mi to start; rev 1 has 512Mi',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: ['api: OOMKilled (exit 137) 2s after its start, limit 128Mi, ended 4 times in all'],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'raise the memory limit',
					'see what it loads at its start',
				],
				since: ago(120),
			},
		],
	},
	{
		name: 'the first kill may have been chance',
		objects: [
			...rollout,
			limited(2, 'x', notReady('api', {state: {terminated: {...OOM, startedAt: ago(6), finishedAt: ago(3)}}})),
		],
		finds: [{verdict: 'struggling', evidence: ['api: OOMKilled (exit 137) 3s after its start, limit 128Mi']}],
	},
	{
		name: 'killed under load, and serving again',
		objects: [...still, limited(1, 'a', {status: {containerStatuses: [after(100, 7200)]}}), ...old.slice(1)],
		usage: {'api-rs1-a': {cpu: 0.1, memory: 120 * 1024 * 1024}},
		logs: {'api-rs1-a/api': 'INFO:     10.244.0.3:1 - "GET /report HTTP/1.1" 200 OK\n'},
		finds: [
			{
				title: 'Pods run out of memory: killed at their limit of 128Mi',
				because: 'it had run for 120m before it was killed',
				extent: '1 of 3 pods',
				verdict: 'struggling',
				evidence: [
					'api: OOMKilled (exit 137) 120m after its start, limit 128Mi',
					'uses 120Mi now, 94 % of the limit',
				],
				next: ['raise the memory limit', 'look for what grows before the kill'],
				since: ago(101),
			},
		],
	},
	{
		name: 'it was up for half a minute each time: that is no start',
		objects: [
			...still,
			limited(
				1,
				'a',
				merge(crashed('api', 137, {}, {...OOM, startedAt: ago(50), finishedAt: ago(20)}), {
					status: {conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(20)}]},
				}),
			),
		],
		finds: [{title: 'Pods run out of memory: killed at their limit of 128Mi', verdict: 'struggling'}],
	},
	{
		name: 'one of two containers',
		objects: [
			...still,
			aPod('api', 1, 'a', {
				spec: {
					containers: [
						{name: 'api', image: 'shop/api:1.8.2', ...LIMIT},
						{name: 'proxy', image: 'envoy:1'},
					],
				},
				status: {
					containerStatuses: [
						after(100, 7200),
						{
							name: 'proxy',
							ready: true,
							started: true,
							restartCount: 0,
							state: {running: {startedAt: ago(8000)}},
							lastState: {},
						},
					],
				},
			}),
		],
		finds: [{title: 'Pods run out of memory in container api: killed at their limit of 128Mi'}],
	},
	{
		name: 'an init container',
		objects: [
			...still,
			aPod('api', 1, 'a', {
				spec: {initContainers: [{name: 'migrate', image: 'shop/api:1.8.2', ...LIMIT}]},
				status: {
					phase: 'Pending',
					conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(200)}],
					initContainerStatuses: [
						{
							name: 'migrate',
							ready: false,
							restartCount: 3,
							state: {waiting: {reason: 'CrashLoopBackOff', message: 'back-off'}},
							lastState: {terminated: {...OOM, startedAt: ago(30), finishedAt: ago(20)}},
						},
					],
					containerStatuses: [
						{
							name: 'api',
							ready: false,
							restartCount: 0,
							state: {waiting: {reason: 'PodInitializing'}},
							lastState: {},
						},
					],
				},
			}),
		],
		finds: [
			{
				title: 'Pods do not start, init container migrate runs out of memory: killed at their limit of 128Mi',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'the pods of a job, one after the other',
		objects: [job, failedPod('a'), failedPod('b')],
		finds: [
			{
				object: 'job/import',
				title: 'Pods run out of memory: killed at their limit of 128Mi',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a pod of a job that failed once is tried again',
		objects: [job, failedPod('a')],
		finds: [],
	},
	{
		name: 'a job that has succeeded since',
		objects: [
			{
				...job,
				status: {
					failed: 2,
					succeeded: 1,
					completionTime: ago(10),
					conditions: [{type: 'Complete', status: 'True'}],
				},
			},
			failedPod('a'),
			failedPod('b'),
		],
		finds: [],
	},
	{
		name: 'a kill of an hour ago',
		objects: [...still, limited(1, 'a', {status: {containerStatuses: [after(3600, 7200)]}}), ...old.slice(1)],
		finds: [],
	},
	{
		name: 'a container that waits five minutes for its next start is not over it',
		objects: [
			...still,
			limited(
				1,
				'a',
				merge(crashed('api', 137, {restartCount: 12}, {...OOM, startedAt: ago(1210), finishedAt: ago(1200)}), {
					status: {conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(4000)}]},
				}),
			),
		],
		finds: [{verdict: 'doomed'}],
	},
	{
		name: 'killed, but not for memory',
		objects: [...still, limited(1, 'a', crashed('api', 137))],
		finds: [],
	},
	{
		name: 'it does not come up any more, for a reason of its own',
		objects: [
			...still,
			limited(
				1,
				'a',
				notReady('api', {
					restartCount: 2,
					state: {terminated: {exitCode: 1, reason: 'Error', startedAt: ago(6), finishedAt: ago(3)}},
					lastState: {terminated: {...OOM, startedAt: ago(66), finishedAt: ago(10)}},
				}),
			),
		],
		finds: [],
	},
	{
		name: 'healthy pods near their limit',
		objects: [...still, ...old],
		usage: {'api-rs1-a': {cpu: 0.1, memory: 120 * 1024 * 1024}},
		finds: [],
	},
] satisfies readonly RuleExample[];
