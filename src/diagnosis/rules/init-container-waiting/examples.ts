import {ago, type ApiObject, merge, type RuleExample} from '../../example.ts';
import {aDatabase, aFailingInit, aFailingRollout} from '../../example-crashes.ts';

const runningFor = (seconds: number): readonly ApiObject[] =>
	aFailingInit({restartCount: 0, state: {running: {startedAt: ago(seconds)}}, lastState: {}});

/** The init container runs this script since so many seconds before noon. */
function waitingFor(script: string, seconds = 60): readonly ApiObject[] {
	const initContainers = [{name: 'migrate', image: 'busybox', command: ['sh', '-c', script]}];
	return runningFor(seconds).map(object =>
		object.kind === 'Pod' ? (merge(object, {spec: {initContainers}}) as ApiObject) : object,
	);
}

const UNTIL_REDIS = 'until nc -z -w 2 redis 6379; do echo waiting for redis; sleep 2; done';
const UNTIL_POSTGRES = 'until pg_isready -q -h postgres; do sleep 1; done';

/** What it says each so many seconds. */
const saying = (line: string, everySeconds: number, times: number): string =>
	Array.from({length: times}, (_, index) => {
		const at = ago((times - index) * everySeconds).replace('Z', '.000000000Z');
		return `${at} ${line.replace('#', String(index))}`;
	}).join('\n');

export default [
	{
		name: 'a Service that does not exist',
		objects: [...waitingFor(UNTIL_REDIS), ...aDatabase()],
		logs: {'api-rs1-a/migrate': saying('waiting for redis', 2, 20)},
		finds: [
			{
				title: 'Pods wait in init container migrate for redis:6379',
				because: 'no Service is called redis',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: ['waiting for redis', `init container migrate is running: sh -c ${UNTIL_REDIS}`],
				next: [
					'create Service redis, or correct the name in init container migrate',
					'read the log of init container migrate',
				],
				since: ago(60),
			},
		],
	},
	{
		name: 'only what it says names it',
		objects: waitingFor('exec /wait.sh'),
		logs: {'api-rs1-a/migrate': saying('Waiting for redis:6379 ...', 5, 4)},
		finds: [{title: 'Pods wait in init container migrate for redis:6379'}],
	},
	{
		name: 'it is not said at once: what is made together comes one after the other',
		objects: waitingFor(UNTIL_REDIS, 20),
		finds: [],
	},
	{
		name: 'Services that may not be seen',
		objects: waitingFor(UNTIL_REDIS),
		unseen: ['service'],
		finds: [],
	},
	{
		name: 'a database that is not ready for long',
		objects: [...waitingFor(UNTIL_POSTGRES), ...aDatabase({ready: false})],
		finds: [
			{
				title: 'Pods wait in init container migrate for postgres',
				because: 'StatefulSet postgres has 0 of 1 pod ready',
				next: ['look at postgres', 'read the log of init container migrate'],
			},
		],
	},
	{
		name: 'a database that is starting',
		objects: [...waitingFor(UNTIL_POSTGRES), ...aDatabase({ready: false, since: ago(65)})],
		finds: [],
	},
	{
		name: 'a database that is there: it may do something else by now',
		objects: [...waitingFor(UNTIL_POSTGRES), ...aDatabase()],
		finds: [],
	},
	{
		name: 'it says the same again and again',
		objects: runningFor(100),
		logs: {'api-rs1-a/migrate': saying('not yet, try #', 10, 9)},
		finds: [
			{
				title: 'Pods wait for init container migrate, which is still running',
				because: 'it says the same again and again',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'longer than a rollout may take',
		objects: runningFor(900),
		logs: {'api-rs1-a/migrate': 'Running upgrade 7f3a -> 9c21'},
		finds: [
			{
				title: 'Pods wait for init container migrate, which is still running',
				because: 'it takes longer than a rollout may',
				extent: '1 of 1 pod',
				verdict: 'struggling',
				evidence: ['Running upgrade 7f3a -> 9c21', 'init container migrate is running'],
				next: ['read the log of init container migrate'],
				since: '2026-11-24T11:45:00Z',
			},
		],
	},
	{
		name: 'a long migration is worth knowing',
		objects: runningFor(300),
		finds: [{verdict: 'info', because: ''}],
	},
	{
		name: 'a migration that is at work',
		objects: runningFor(60),
		finds: [],
	},
	{
		name: 'a pod without init containers',
		objects: aFailingRollout(),
		finds: [],
	},
] satisfies readonly RuleExample[];
