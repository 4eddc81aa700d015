import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, crashed, type RuleExample} from '../../example.ts';
import {aJob, aJobPod} from '../../example-jobs.ts';
import {aControllerRevision, aStatefulPod, aStatefulSet} from '../../example-stateful.ts';

const asleep = aStatefulSet('postgres', {
	spec: {replicas: 0},
	status: {replicas: 0, currentReplicas: 0, updatedReplicas: 0, readyReplicas: 0},
});
const database = anObject('v1', 'Service', 'postgres', {spec: {selector: {app: 'postgres'}, ports: [{port: 5432}]}});
const REFUSED =
	'psycopg.OperationalError: connection failed: connection to server at "postgres", port 5432 failed: Connection refused\n';
const empty = aDeployment('batch', {spec: {replicas: 0}, status: {replicas: 0, updatedReplicas: 0, readyReplicas: 0}});

export default [
	{
		name: 'somebody scaled it down',
		objects: [
			empty,
			anEvent(empty, 'ScalingReplicaSet', 'Scaled down replica set batch-rs1 from 3 to 0', {type: 'Normal'}),
		],
		finds: [
			{
				object: 'deployment/batch',
				title: 'Deployment batch is scaled to 0',
				verdict: 'info',
				evidence: ['spec.replicas is 0', 'ScalingReplicaSet Scaled down replica set batch-rs1 from 3 to 0'],
				next: ['kubectl scale deployment/batch -n shop --replicas=1, unless it is meant to rest'],
				since: ago(60),
			},
		],
	},
	{
		name: 'a database that is asleep, while its client crashes for want of it',
		objects: [
			asleep,
			aControllerRevision('postgres', 1),
			database,
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', crashed('api', 3)),
		],
		logs: {'api-rs1-a/api': REFUSED},
		finds: [
			{
				object: 'statefulset/postgres',
				title: 'StatefulSet postgres is scaled to 0, and api cannot reach it',
				because: 'StatefulSet postgres is behind Service postgres',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['postgres', 'api-rs1-a'],
				next: ['kubectl scale statefulset/postgres -n shop --replicas=1, unless it is meant to rest'],
			},
		],
	},
	{
		name: 'a job that is tried again is none who misses it',
		objects: [
			asleep,
			aControllerRevision('postgres', 1),
			database,
			aJob('migrate', 'Running', {status: {failed: 1}}),
			aJobPod('migrate', 'a', 1),
		],
		logs: {'migrate-a/migrate': REFUSED},
		finds: [{title: 'StatefulSet postgres is scaled to 0', verdict: 'info'}],
	},
	{
		name: 'nobody that is in trouble misses it',
		objects: [
			asleep,
			aControllerRevision('postgres', 1),
			database,
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a'),
		],
		finds: [{title: 'StatefulSet postgres is scaled to 0', verdict: 'info'}],
	},
	{
		name: 'it runs',
		objects: [aStatefulSet('db'), aControllerRevision('db', 1), aStatefulPod('db', 0, 1)],
		finds: [],
	},
	{
		name: 'a DaemonSet without nodes',
		objects: [anObject('apps/v1', 'DaemonSet', 'agent', {status: {desiredNumberScheduled: 0}})],
		finds: [],
	},
] satisfies readonly RuleExample[];
