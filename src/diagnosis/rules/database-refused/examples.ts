import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, said, untimed} from '../../example-traffic.ts';
import {ago, anEvent, aDeployment, anObject, aPod, aReplicaSet, notReady, type RuleExample} from '../../example.ts';
import {
	aDatabase,
	aDatabaseError,
	aFailedStart,
	aFailingDeployment,
	aFailingInit,
	aFailingRollout,
} from '../../example-crashes.ts';

const refused = aFailedStart(aDatabaseError('Connection refused'));
const waits = aPod('api', 1, 'a', notReady('api', {started: true, state: {running: {startedAt: ago(90)}}}));
const unready = [aDeployment('api'), aReplicaSet('api', 1), waits];
const retrying = `${ago(8).replace('Z', '.000000000Z')} WARNING db: ${aDatabaseError('Connection refused')}`;

export default [
	{
		name: 'a database that was scaled to 0',
		objects: [...aFailingDeployment(3), ...aDatabase({wanted: 0})],
		logs: {'api-rs1-a/api': refused},
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods exit at start: PostgreSQL at postgres:5432 refuses connections',
				because: 'StatefulSet postgres is scaled to 0',
				extent: '3 of 3 pods',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'connection failed: connection to server at "10.96.0.9", port 5432 failed: Connection refused',
					'exit 3 ×12: application startup failed (uvicorn) or worker failed to boot (gunicorn)',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: ['scale postgres up again'],
			},
		],
	},
	{
		name: 'a database whose pod is not ready for long',
		objects: [...aFailingDeployment(3), ...aDatabase({ready: false})],
		logs: {'api-rs1-a/api': refused},
		finds: [
			{
				because: 'StatefulSet postgres has 0 of 1 pod ready',
				next: ['look at postgres: does it run, and listen there?'],
			},
		],
	},
	{
		name: 'a wrong port',
		objects: [...aFailingRollout(3), ...aDatabase()],
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('Connection refused', 'postgres').replace('5432', '5433'))},
		finds: [
			{
				title: 'New pods exit at start: PostgreSQL at postgres:5433 refuses connections',
				because: 'Service postgres has no port 5433, it has 5432',
			},
		],
	},
	{
		name: 'an address that nobody set',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('Connection refused', 'localhost'))},
		finds: [{because: 'localhost is the pod itself'}],
	},
	{
		name: 'a page that it asks for is not the database of its environment',
		objects: [
			...aFailingDeployment(3, {
				spec: {
					containers: [
						{
							name: 'api',
							image: 'shop/api:1.8.2',
							env: [{name: 'DATABASE_URL', value: 'postgresql://shop@postgres:5432/shop'}],
						},
					],
				},
			}),
			...aDatabase(),
		],
		logs: {'api-rs1-a/api': aFailedStart('httpx.ConnectError: [Errno 111] Connection refused')},
		finds: [{title: 'Pods exit at start: what it connects to refuses connections'}],
	},
	{
		name: 'a server that runs, tries again and again, and does not get ready',
		objects: [
			...unready,
			...aDatabase({wanted: 0}),
			anEvent(waits, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503', {count: 17}),
		],
		logs: {'api-rs1-a/api': retrying},
		finds: [
			{
				title: 'Pods are not ready: PostgreSQL at postgres:5432 refuses connections',
				confidence: 'likely',
				evidence: [
					`WARNING db: ${aDatabaseError('Connection refused')}`,
					'api runs and is not ready',
					'Unhealthy ×17 Readiness probe failed: HTTP probe failed with statuscode: 503',
				],
				since: '2026-11-24T11:58:30Z',
			},
		],
	},
	{
		name: 'an init container that waits for it',
		objects: [
			...aFailingInit({restartCount: 0, state: {running: {startedAt: ago(100)}}, lastState: {}}),
			...aDatabase({ready: false}),
		],
		logs: {'api-rs1-a/migrate': `${ago(5).replace('Z', '.000000000Z')} postgres:5432 - no response`},
		finds: [{title: 'Pods wait in init container migrate: PostgreSQL at postgres:5432 refuses connections'}],
	},
	{
		name: 'connections that are dropped',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('server closed the connection unexpectedly'))},
		finds: [{title: 'New pods exit at start: PostgreSQL at 10.96.0.9:5432 drops its connections'}],
	},
	{
		name: 'a database that is starting with it',
		objects: [...aFailingDeployment(3), ...aDatabase({ready: false, since: ago(60)})],
		logs: {'api-rs1-a/api': refused},
		finds: [
			{
				title: 'Pods wait for PostgreSQL at postgres:5432, which is starting',
				verdict: 'progressing',
				next: ['wait for the next start'],
			},
		],
	},
	{
		name: 'a database that got ready after the last try',
		objects: [...aFailingDeployment(3), ...aDatabase({since: ago(10)})],
		logs: {'api-rs1-a/api': refused},
		finds: [{title: 'Pods wait for PostgreSQL at postgres:5432, which is ready by now', verdict: 'progressing'}],
	},
	{
		name: 'a start that takes its time',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', notReady('api', {state: {running: {startedAt: ago(15)}}})),
		],
		logs: {'api-rs1-a/api': retrying},
		finds: [],
	},
	{
		name: 'who is restarted by its probes has a worse story',
		objects: [
			...unready,
			anEvent(waits, 'Killing', 'Container api failed liveness probe, will be restarted', {type: 'Normal'}),
		],
		logs: {'api-rs1-a/api': retrying},
		finds: [],
	},
	{
		name: 'trouble that is over',
		objects: unready,
		logs: {
			'api-rs1-a/api': `${ago(80).replace('Z', '.000000000Z')} x: Connection refused\n${ago(70).replace('Z', '.000000000Z')} INFO:     Application startup complete.`,
		},
		finds: [],
	},
	{
		name: 'a healthy Deployment beside a database that is down',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a'),
			...aDatabase({wanted: 0}),
			anObject('v1', 'ConfigMap', 'api'),
		],
		finds: [],
	},
	{
		name: 'pods that serve, and whose requests fail for it: the health check does not look',
		objects: [...oneServing(['a', 'b']), ...aDatabase({wanted: 0})],
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 6}, 500),
				raised(`psycopg.${aDatabaseError('Connection refused')}`, {count: 6}),
			),
			'api-rs1-b/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(`psycopg.${aDatabaseError('Connection refused')}`, {count: 4}),
			),
		},
		finds: [
			{
				title: 'Requests fail: PostgreSQL at postgres:5432 refuses connections',
				because:
					'StatefulSet postgres is scaled to 0; 10 times in the last 5 minutes, at app/main.py:31 in checkout; both pods are Ready: the health check does not look at it',
				extent: '2 of 2 pods',
				verdict: 'struggling',
				next: ['scale postgres up again'],
			},
		],
	},
	{
		name: 'a cache that a program can do without, which it says all the time',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 60}),
				said('WARNING cache: Error 111 connecting to redis:6379. Connection refused.', {count: 20}),
			),
		},
		finds: [
			{
				title: 'Pods serve, but they complain: Redis at redis:6379 refuses connections',
				because: 'no Service is called redis; 20 times in the last 5 minutes',
			},
		],
	},
	{
		name: 'a start that had to wait, and serves now',
		objects: oneServing(['a'], {
			metadata: {creationTimestamp: ago(50)},
			status: {
				containerStatuses: [{name: 'api', ready: true, started: true, state: {running: {startedAt: ago(45)}}}],
			},
		}),
		running: {
			'api-rs1-a/api': aLog(
				said(`WARNING db: ${aDatabaseError('Connection refused')}`, {count: 5, from: 44, to: 36}),
				untimed('GET /items', {count: 20, from: 30}),
			),
		},
		finds: [],
	},
	{
		name: 'who does not start for it has the worse story',
		objects: [...aFailingRollout(3), ...aDatabase({wanted: 0})],
		logs: {'api-rs2-x/api': refused},
		running: {'api-rs1-a/api': aLog(raised(`psycopg.${aDatabaseError('Connection refused')}`, {count: 6}))},
		finds: [{title: 'New pods exit at start: PostgreSQL at postgres:5432 refuses connections'}],
	},
	{
		name: 'once, of which nothing came',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 60}),
				said('WARNING hook: Connection refused', {count: 9}),
				raised('httpx.ConnectError: [Errno 111] Connection refused', {count: 1}),
			),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
