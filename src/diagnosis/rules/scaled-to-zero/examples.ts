import {aDeployment, ago, anEvent, anObject, type RuleExample} from '../../example.ts';
import {aControllerRevision, aStatefulPod, aStatefulSet} from '../../example-stateful.ts';

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
				because: '',
				verdict: 'info',
				evidence: ['spec.replicas is 0', 'ScalingReplicaSet Scaled down replica set batch-rs1 from 3 to 0'],
				next: ['kubectl scale deployment/batch -n shop --replicas=1, unless it is meant to rest'],
				since: ago(60),
			},
		],
	},
	{
		name: 'a database that is asleep, with its Service',
		objects: [
			aStatefulSet('postgres', {spec: {replicas: 0}, status: {replicas: 0, readyReplicas: 0}}),
			aControllerRevision('postgres', 1),
			anObject('v1', 'Service', 'postgres', {spec: {selector: {app: 'postgres'}, ports: [{port: 5432}]}}),
		],
		finds: [
			{
				title: 'StatefulSet postgres is scaled to 0',
				because: 'nobody answers at Service postgres',
				verdict: 'info',
			},
		],
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
