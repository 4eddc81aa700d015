import {aDeployment, ago, anEvent, aPod, aReplicaSet, crashed, notReady, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

const running = {state: {waiting: undefined, running: {startedAt: ago(5)}}};
const serving = (exit: {readonly [field: string]: unknown}, startedAt: string, restartCount = 1) => ({
	status: {
		containerStatuses: [
			{
				name: 'api',
				ready: true,
				started: true,
				restartCount,
				state: {running: {startedAt}},
				lastState: {terminated: {exitCode: 1, reason: 'Error', ...exit}},
			},
		],
	},
});
const deployment = [aDeployment('api'), aReplicaSet('api', 1)];
const crashing = aPod('api', 1, 'a', {...crashed('api', 137), metadata: {creationTimestamp: ago(120)}});
const long = aPod('api', 1, 'a', crashed('api', 137, {}, {startedAt: ago(900)}));
const log = 'starting\nRuntimeError: no licence for this host';

export default [
	{
		name: 'a new revision that dies at each start',
		objects: aFailingRollout(),
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods exit at start with exit 1: RuntimeError: no licence for this host',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: [
					'RuntimeError: no licence for this host',
					'exit 1 ×4: the program failed',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'read the log of the last run of api'],
				since: '2026-11-24T11:58:00Z',
			},
		],
	},
	{
		name: 'three pods, of which one log was read',
		objects: aFailingDeployment(),
		logs: {'api-rs1-a/api': log},
		finds: [
			{
				extent: '3 of 3 pods',
				evidence: [
					'RuntimeError: no licence for this host',
					'exit 1 ×12: the program failed',
					'CrashLoopBackOff: 40s until the next start',
				],
			},
		],
	},
	{
		name: 'when a line was written is no part of what it says',
		objects: aFailingDeployment(),
		logs: {'api-rs1-a/api': '2026-11-24 11:59:40.123 UTC [1] FATAL:  database files are incompatible with server'},
		finds: [{title: 'Pods exit at start with exit 1: FATAL: database files are incompatible with server'}],
	},
	{
		name: 'without a log nothing is known of its words',
		objects: aFailingRollout(2),
		finds: [
			{
				title: 'New pods exit at start with exit 2: wrong usage, or a Go panic',
				because: 'its log could not be read yet, or is forbidden; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'struggling',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'an empty log is telling, too',
		objects: aFailingRollout(139),
		logs: {'api-rs2-x/api': ''},
		finds: [
			{
				title: 'New pods exit at start with exit 139: crashed (SIGSEGV)',
				because: 'it ended without a word in its log; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'it is not over while it runs for a moment between two crashes',
		objects: aFailingRollout(1, running),
		logs: {'api-rs2-x/api': log},
		finds: [
			{verdict: 'doomed', evidence: ['RuntimeError: no licence for this host', 'exit 1 ×3: the program failed']},
		],
	},
	{
		name: 'during its back-off it may be shown as terminated',
		objects: aFailingRollout(1, {
			restartCount: 2,
			state: {
				waiting: undefined,
				terminated: {exitCode: 1, reason: 'Error', startedAt: ago(9), finishedAt: ago(7)},
			},
		}),
		logs: {'api-rs2-x/api': log},
		finds: [
			{verdict: 'doomed', evidence: ['RuntimeError: no licence for this host', 'exit 1 ×3: the program failed']},
		],
	},
	{
		name: 'the code of the program alone decides at once',
		objects: aFailingRollout(1, {restartCount: 1}),
		logs: {
			'api-rs2-x/api':
				'  File "/app/main.py", line 3\n    def x(\n         ^\nSyntaxError: \'(\' was never closed',
		},
		finds: [{verdict: 'doomed', because: 'raised in app/main.py:3; rev 2 changed image api:1.8.2 → 1.9.0'}],
	},
	{
		name: 'a program that lives for a while before each crash may get over it',
		objects: aFailingRollout(1, {}, {startedAt: ago(110), finishedAt: ago(20)}),
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				title: 'New pods crash with exit 1: RuntimeError: no licence for this host',
				because: 'its last run took 90s; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'what its log said long before the end was not the reason',
		objects: aFailingRollout(1, {}, {startedAt: ago(110), finishedAt: ago(20)}),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: of a request', 80)},
		finds: [{title: 'New pods crash with exit 1: ERROR: Application startup failed. Exiting'}],
	},
	{
		name: 'another finding speaks of words that are known',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: bad rate')},
		finds: [{title: 'New pods exit at start with exit 3: application startup failed', verdict: 'struggling'}],
	},
	{
		name: 'a crash that is over is worth knowing',
		objects: [...deployment, aPod('api', 1, 'a', serving({startedAt: ago(7200), finishedAt: ago(200)}, ago(198)))],
		logs: {'api-rs1-a/api': log},
		finds: [
			{
				title: 'Pods crashed and run again: exit 1, RuntimeError: no licence for this host',
				verdict: 'info',
				since: '2026-11-24T11:56:40Z',
			},
		],
	},
	{
		name: 'crashes at one moment have something in common',
		objects: [
			...deployment,
			aPod('api', 1, 'a', serving({startedAt: ago(7200), finishedAt: ago(200)}, ago(198))),
			aPod('api', 1, 'b', serving({startedAt: ago(7200), finishedAt: ago(212)}, ago(210))),
		],
		finds: [{because: '2 pods within 12s of each other: it is something that they share', verdict: 'info'}],
	},
	{
		name: 'who serves for a while between two crashes is no better off',
		objects: [...deployment, aPod('api', 1, 'a', serving({startedAt: ago(190), finishedAt: ago(60)}, ago(58), 4))],
		finds: [{title: 'Pods crash with exit 1: the program failed', verdict: 'struggling'}],
	},
	{
		name: 'one crash, and a start that is under way',
		objects: aFailingRollout(1, {restartCount: 1, ...running}),
		finds: [],
	},
	{
		name: 'a start that takes longer than the runs that failed',
		objects: aFailingRollout(
			1,
			{state: {waiting: undefined, running: {startedAt: ago(70)}}},
			{startedAt: ago(75), finishedAt: ago(72)},
		),
		finds: [],
	},
	{
		name: 'killed for its memory',
		objects: aFailingRollout(137, {}, {reason: 'OOMKilled'}),
		finds: [],
	},
	{
		name: 'killed because of its liveness probe',
		objects: [
			...deployment,
			crashing,
			anEvent(crashing, 'Killing', 'Container api failed liveness probe, will be restarted', {
				type: 'Normal',
				lastTimestamp: ago(21),
			}),
		],
		finds: [],
	},
	{
		name: 'told to end after its probes failed, where the event of the kill is gone',
		objects: [
			...deployment,
			crashing,
			anEvent(crashing, 'Unhealthy', 'Startup probe failed: connection refused', {lastTimestamp: ago(21)}),
		],
		finds: [],
	},
	{
		name: 'a miss of five minutes before did not end it',
		objects: [
			...deployment,
			long,
			anEvent(long, 'Unhealthy', 'Liveness probe failed: connection refused', {
				firstTimestamp: ago(320),
				lastTimestamp: ago(320),
			}),
		],
		finds: [{title: 'Pods crash with exit 137: killed'}],
	},
	{
		name: 'the runtime could not start it',
		objects: aFailingRollout(128, {}, {reason: 'StartError'}),
		finds: [],
	},
	{
		name: 'restarts of long ago',
		objects: [
			...deployment,
			aPod('api', 1, 'a', serving({startedAt: ago(9000), finishedAt: ago(8000)}, ago(8000), 25)),
		],
		finds: [],
	},
	{
		name: 'told to end once',
		objects: [
			...deployment,
			aPod('api', 1, 'a', serving({exitCode: 143, startedAt: ago(9000), finishedAt: ago(100)}, ago(99))),
		],
		finds: [],
	},
	{
		name: 'a pod of an old revision that is about to go',
		objects: [
			...aFailingRollout().slice(0, 3),
			aPod('api', 1, 'a', crashed('api', 1)),
			aPod('api', 2, 'x', notReady('api', {state: {waiting: {reason: 'ContainerCreating'}}})),
		],
		finds: [],
	},
	{
		name: 'a healthy Deployment',
		objects: [...deployment, ...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix))],
		finds: [],
	},
] satisfies readonly RuleExample[];
