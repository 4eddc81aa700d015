import {ago, aDeployment, anEvent, type ApiObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const still = [aDeployment('api'), aReplicaSet('api', 1)];
const MB = 1024 * 1024;

/** A pod of 256Mi whose container was ended so many seconds ago, if at all. */
const limited = (suffix: string, ended?: number, exit: object = {}): ApiObject =>
	aPod('api', 1, suffix, {
		spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {memory: '256Mi'}}}]},
		status: {
			containerStatuses: [
				{
					name: 'api',
					ready: true,
					started: true,
					restartCount: ended === undefined ? 0 : 1,
					state: {running: {startedAt: ago((ended ?? 9000) - 1)}},
					lastState:
						ended === undefined
							? {}
							: {
									terminated: {
										exitCode: 137,
										reason: 'OOMKilled',
										startedAt: ago(ended + 3600),
										finishedAt: ago(ended),
										...exit,
									},
								},
				},
			],
		},
	});
const full = {'api-rs1-a': {cpu: 0.1, memory: 243 * MB}};
const unexplained = limited('a', 300, {reason: 'Error'});

export default [
	{
		name: 'a pod that uses nearly all it may',
		objects: [...still, limited('a'), limited('b'), limited('c')],
		usage: {...full, 'api-rs1-b': {cpu: 0.1, memory: 100 * MB}},
		finds: [
			{
				title: 'Pods use over 90 % of their memory limit of 256Mi',
				extent: '1 of 3 pods',
				verdict: 'info',
				affects: ['api-rs1-a'],
				evidence: ['uses 243Mi of 256Mi, 95 %'],
				next: ['raise the memory limit, or look for what grows'],
			},
		],
	},
	{
		name: 'killed at its limit half an hour ago, and near it again',
		objects: [...still, limited('a', 1800), limited('b'), limited('c')],
		usage: full,
		finds: [
			{
				title: 'Pods use over 90 % of their memory limit of 256Mi, and were killed before',
				because: 'OOMKilled after 60m',
				verdict: 'struggling',
				confidence: 'possible',
			},
		],
	},
	{
		name: 'killed by nobody knows whom, and near its limit',
		objects: [...still, unexplained, limited('b'), limited('c')],
		usage: full,
		finds: [{because: 'exit 137 after 60m', verdict: 'struggling', confidence: 'possible'}],
	},
	{
		name: 'killed by its liveness probe, which has nothing to do with memory',
		objects: [
			...still,
			unexplained,
			limited('b'),
			limited('c'),
			anEvent(unexplained, 'Killing', 'Container api failed liveness probe, will be restarted', {
				lastTimestamp: ago(305),
			}),
		],
		usage: full,
		finds: [{verdict: 'info'}],
	},
	{
		name: 'a kill of a moment ago is told by itself',
		objects: [...still, limited('a', 60), limited('b'), limited('c')],
		usage: full,
		finds: [],
	},
	{
		name: 'enough is left',
		objects: [...still, limited('a'), limited('b'), limited('c')],
		usage: {'api-rs1-a': {cpu: 0.1, memory: 220 * MB}},
		finds: [],
	},
	{
		name: 'no limit, or nothing measured',
		objects: [...still, aPod('api', 1, 'a'), limited('b'), limited('c')],
		usage: full,
		finds: [],
	},
] satisfies readonly RuleExample[];
