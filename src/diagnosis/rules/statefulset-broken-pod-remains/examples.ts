import {ago, crashed, notReady, type RuleExample, waiting} from '../../example.ts';
import {aControllerRevision, aStatefulPod, aStatefulSet} from '../../example-stateful.ts';

const ready = [aStatefulPod('db', 0, 1), aStatefulPod('db', 1, 1)];
const wentBack = [
	aStatefulSet('db', {status: {updatedReplicas: 2, currentReplicas: 2, readyReplicas: 2}}),
	aControllerRevision('db', 1, {revision: 3}),
	aControllerRevision('db', 2),
];
const backingOff = waiting('db', 'ImagePullBackOff', 'Back-off pulling image "shop/db:2"');

export default [
	{
		name: 'rolled back, but the pod of the bad release is still there',
		objects: [...wentBack, ...ready, aStatefulPod('db', 2, 2, backingOff)],
		finds: [
			{
				object: 'statefulset/db',
				title: 'Pod db-2 of rev 2 is broken, and the update to rev 3 waits for it',
				extent: '',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['db-2'],
				evidence: [
					'ImagePullBackOff: Back-off pulling image "shop/db:2"',
					'controller-revision-hash is db-2, the newest db-1',
				],
				next: ['kubectl delete pod db-2 -n shop: it is made again from the newest template'],
				since: ago(110),
			},
		],
	},
	{
		name: 'mended by a third release, while the pod of the second crashes',
		objects: [
			aStatefulSet('db', {
				status: {updateRevision: 'db-3', updatedReplicas: 0, currentReplicas: 2, readyReplicas: 2},
			}),
			...[1, 2, 3].map(number => aControllerRevision('db', number)),
			...ready,
			aStatefulPod('db', 2, 2, crashed('db', 1)),
		],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'pods that are made all at once are replaced though they are broken',
		objects: [
			aStatefulSet('db', {
				spec: {podManagementPolicy: 'Parallel'},
				status: {updatedReplicas: 2, currentReplicas: 2, readyReplicas: 2},
			}),
			...wentBack.slice(1),
			...ready,
			aStatefulPod('db', 2, 2, backingOff),
		],
		finds: [],
	},
	{
		name: 'an update on its way, whose old pods are ready',
		objects: [
			aStatefulSet('db', {status: {updateRevision: 'db-2', updatedReplicas: 1, readyReplicas: 2}}),
			aControllerRevision('db', 1),
			aControllerRevision('db', 2),
			...ready,
			aStatefulPod('db', 2, 2, notReady('db', {state: {running: {startedAt: ago(20)}}})),
		],
		finds: [],
	},
	{
		name: 'a pod that the partition keeps on the old revision',
		objects: [
			aStatefulSet('db', {
				spec: {updateStrategy: {rollingUpdate: {partition: 1}}},
				status: {updateRevision: 'db-2', updatedReplicas: 1, currentReplicas: 2, readyReplicas: 2},
			}),
			aControllerRevision('db', 1),
			aControllerRevision('db', 2),
			aStatefulPod('db', 0, 1, crashed('db', 1)),
			aStatefulPod('db', 1, 2),
			aStatefulPod('db', 2, 2),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
