import {expect, test} from 'vitest';
import {
	aDeployment,
	ago,
	anObject,
	aPod,
	type ApiObject,
	aReplicaSet,
	ownerOf,
	NOON,
} from '../../src/diagnosis/example.ts';
import {
	aDatabase,
	aDatabaseError,
	aFailedStart,
	aFailingDeployment,
	aFailingInit,
} from '../../src/diagnosis/example-crashes.ts';
import {aJob, aJobPod} from '../../src/diagnosis/example-jobs.ts';
import {merge, waiting} from '../../src/diagnosis/example.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import type {Finding} from '../../src/model/finding.ts';
import {createDiagnosis} from '../support/diagnose.ts';

/** A situation as all rules together see it: what is the cause, and what only follows from it. */
interface Story {
	readonly name: string;
	/** The last is noon. */
	readonly moments: readonly {
		readonly at?: string;
		readonly objects: readonly ApiObject[];
		readonly logs?: Readonly<Record<string, string>>;
	}[];
	/** `verdict object: title`, what follows from it indented by two spaces, as `object rule`; hints are left out. */
	readonly says: readonly string[];
}

const service = (name: string, fields: object = {}): ApiObject =>
	anObject('v1', 'Service', name, {
		spec: {clusterIP: '10.96.0.20', selector: {app: name}, ports: [{port: 80, targetPort: 8000}], ...fields},
	});

/** The pods of the api cannot start for want of an image. */
const withoutImage = [
	...aFailingDeployment().slice(0, 2),
	...['a', 'b', 'c'].map(suffix =>
		aPod('api', 1, suffix, waiting('api', 'ImagePullBackOff', 'rpc error: docker.io/shop/api:1.8.2: not found')),
	),
];

const cleanup = [
	anObject('batch/v1', 'CronJob', 'cleanup', {
		spec: {schedule: '*/10 * * * *'},
		status: {lastScheduleTime: ago(600)},
	}),
	aJob('cleanup-1', 'Failed', {metadata: {ownerReferences: [ownerOf('CronJob', 'cleanup')]}}),
	aJobPod('cleanup-1', 'x', 1),
];

const UNTIL_POSTGRES = ['sh', '-c', 'until pg_isready -q -h postgres; do echo waiting; sleep 2; done'];

const stories: readonly Story[] = [
	{
		name: 'the log of a run of a CronJob is read a moment after its end was seen',
		moments: [
			{at: ago(1), objects: cleanup},
			{objects: cleanup, logs: {'cleanup-1-x/cleanup-1': "KeyError: 'BUCKET'"}},
		],
		says: ["struggling cronjob/cleanup: CronJob cleanup fails: KeyError: 'BUCKET'"],
	},
	{
		name: 'an image for another processor is told once',
		moments: [
			{
				objects: aFailingDeployment(255),
				logs: {'api-rs1-a/api': 'exec /usr/local/bin/python: exec format error'},
			},
		],
		says: [
			'doomed deployment/api: Pods exit at start: shop/api:1.8.2 is not built for the processor of the node',
			'  deployment/api crash-loop',
		],
	},
	{
		name: 'a command that is not there is told once',
		moments: [{objects: aFailingDeployment(127), logs: {'api-rs1-a/api': 'sh: 1: uvicron: not found'}}],
		says: [
			'doomed deployment/api: Pods exit at start: the command uvicron is not in the image',
			'  deployment/api crash-loop',
		],
	},
	{
		name: 'who waits for a database whose image is missing follows from it',
		moments: [
			{
				objects: [
					...aFailingInit({restartCount: 0, state: {running: {startedAt: ago(60)}}, lastState: {}}).map(
						object =>
							object.kind === 'Pod'
								? (merge(object, {
										spec: {
											initContainers: [{name: 'migrate', image: 'x', command: UNTIL_POSTGRES}],
										},
									}) as ApiObject)
								: object,
					),
					...aDatabase({ready: false}).slice(0, 2),
					merge(aDatabase({ready: false})[2] ?? {}, {
						status: waiting('postgres', 'ImagePullBackOff', 'docker.io/postgres:99: not found')['status'],
					}) as ApiObject,
				],
				logs: {'api-rs1-a/migrate': 'waiting'},
			},
		],
		says: [
			'doomed statefulset/postgres: Pods wait for an image that does not exist: postgres:17',
			'  deployment/api init-container-waiting',
			'  service/postgres service-no-ready-endpoints',
		],
	},
	{
		name: 'a missing image and a Service that selects nobody are two faults',
		moments: [{objects: [...withoutImage, service('api', {selector: {app: 'apii'}})]}],
		says: [
			'doomed deployment/api: Pods wait for an image that does not exist: shop/api:1.8.2',
			'struggling service/api: Service api selects no pod: it wants app=apii, the pods of Deployment api have app=api',
		],
	},
	{
		name: 'a database that refuses, and what follows from it',
		moments: [
			{
				objects: [...aFailingDeployment(3), ...aDatabase(), service('api')],
				logs: {'api-rs1-a/api': aFailedStart(aDatabaseError('Connection refused'))},
			},
		],
		says: [
			'struggling deployment/api: Pods exit at start: PostgreSQL at postgres:5432 refuses connections',
			'  deployment/api crash-loop',
			'  service/api service-no-ready-endpoints',
		],
	},
	{
		name: 'a program that misses what a failed Job was to add to the database',
		moments: [
			{
				objects: [
					...aFailingDeployment(3),
					...aDatabase(),
					aJob('migrate', 'Failed'),
					aJobPod('migrate', 'x', 1),
				],
				logs: {
					'api-rs1-a/api': aFailedStart('psycopg.errors.UndefinedTable: relation "orders" does not exist'),
					'migrate-x/migrate': "KeyError: 'DATABASE_URL'",
				},
			},
		],
		says: [
			"doomed job/migrate: Job migrate failed: KeyError: 'DATABASE_URL'",
			'  deployment/api schema-mismatch',
			'  deployment/api crash-loop',
		],
	},
	{
		name: 'a database that came late: the next start finds it, and that the Service has nobody yet is no alarm',
		moments: [
			{
				objects: [...aFailingDeployment(3), ...aDatabase({since: ago(20)}), service('api')],
				logs: {'api-rs1-a/api': aFailedStart(aDatabaseError('Connection refused'))},
			},
		],
		says: [
			'progressing deployment/api: Pods wait for PostgreSQL at postgres:5432, which is ready by now',
			'  service/api service-no-ready-endpoints',
		],
	},
	{
		name: 'restarts of weeks ago are no trouble',
		moments: [
			{
				objects: [
					aDeployment('api', {
						spec: {replicas: 1},
						status: {replicas: 1, readyReplicas: 1, updatedReplicas: 1},
					}),
					aReplicaSet('api', 1, {spec: {replicas: 1}}),
					aPod('api', 1, 'a', {
						metadata: {creationTimestamp: ago(30 * 86_400)},
						status: {
							containerStatuses: [
								{
									name: 'api',
									ready: true,
									started: true,
									restartCount: 25,
									state: {running: {startedAt: ago(14 * 86_400)}},
									lastState: {
										terminated: {
											exitCode: 1,
											reason: 'Error',
											startedAt: ago(15 * 86_400),
											finishedAt: ago(14 * 86_400),
										},
									},
								},
							],
						},
					}),
				],
			},
		],
		says: [],
	},
];

function* told({verdict, object, title, consequences}: Finding): Generator<string> {
	yield `${verdict} ${object.kind}/${object.name}: ${title}`;
	for (const one of consequences) yield `  ${one.object.kind}/${one.object.name} ${one.rule}`;
}

test.each(stories)('$name', ({moments, says}) => {
	const diagnosis = createDiagnosis(rules);
	for (const {at = NOON, objects, logs = {}} of moments) diagnosis.show(objects, Date.parse(at), {logs});
	const {engine} = diagnosis;
	const alarms = engine.findings.filter(({verdict}) => verdict !== 'info');
	expect([[...engine.broken], alarms.flatMap(finding => [...told(finding)])]).toEqual([[], says]);
});
