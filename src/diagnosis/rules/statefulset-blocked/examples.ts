import {ago, crashed, notReady, type RuleExample} from '../../example.ts';
import {aControllerRevision, aStatefulPod, aStatefulSet} from '../../example-stateful.ts';

const revisions = [aControllerRevision('db', 1), aControllerRevision('db', 2)];
const ready = [aStatefulPod('db', 0, 1), aStatefulPod('db', 1, 1), aStatefulPod('db', 2, 1)];
const updating = aStatefulSet('db', {
	status: {updateRevision: 'db-2', updatedReplicas: 1, currentReplicas: 2, readyReplicas: 2},
});

export default [
	{
		name: 'the first updated pod crashes, and the update goes no further',
		objects: [updating, ...revisions, ...ready.slice(0, 2), aStatefulPod('db', 2, 2, crashed('db', 1))],
		finds: [
			{
				object: 'statefulset/db',
				title: 'Pod db-2 is not ready, so db-1 and db-0 are not updated',
				because: 'the pods of a StatefulSet are made and updated one after the other',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				affects: ['db-2'],
				evidence: ['CrashLoopBackOff: back-off 40s restarting failed container=db pod=x_shop(1)'],
				next: [
					'roll back to rev 1 (shop/db:1)',
					'then kubectl delete pod db-2 -n shop: it is not replaced while it is not ready',
					'see why db-2 is not ready',
				],
				since: ago(110),
			},
		],
	},
	{
		name: 'the first pod of three never gets ready, and the others are not made',
		objects: [
			aStatefulSet('db', {status: {replicas: 1, readyReplicas: 0, updatedReplicas: 1}}),
			aControllerRevision('db', 1),
			aStatefulPod('db', 0, 1, crashed('db', 1)),
		],
		finds: [
			{
				title: 'Pod db-0 is not ready, so db-1 and db-2 are not made',
				next: ['see why db-0 is not ready'],
			},
		],
	},
	{
		name: 'a pod that starts within its time',
		objects: [
			updating,
			...revisions,
			...ready.slice(0, 2),
			aStatefulPod('db', 2, 2, notReady('db', {state: {running: {startedAt: ago(20)}}}, ago(25))),
		],
		finds: [],
	},
	{
		name: 'pods that are made all at once do not wait for each other',
		objects: [
			aStatefulSet('db', {
				spec: {podManagementPolicy: 'Parallel'},
				status: {replicas: 1, readyReplicas: 0, updatedReplicas: 1},
			}),
			aControllerRevision('db', 1),
			aStatefulPod('db', 0, 1, crashed('db', 1)),
		],
		finds: [],
	},
	{
		name: 'the last pod crashes, and nobody waits for it',
		objects: [
			aStatefulSet('db', {status: {readyReplicas: 2}}),
			aControllerRevision('db', 1),
			...ready.slice(0, 2),
			aStatefulPod('db', 2, 1, crashed('db', 1)),
		],
		finds: [],
	},
	{name: 'all are ready', objects: [aStatefulSet('db'), aControllerRevision('db', 1), ...ready], finds: []},
] satisfies readonly RuleExample[];
