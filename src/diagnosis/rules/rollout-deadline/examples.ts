import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	aRollout,
	notReady,
	ownerOf,
	type RuleExample,
} from '../../example.ts';

const expired = (since: string) => ({
	status: {
		conditions: [
			{type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', lastTransitionTime: ago(4 * 3600)},
			{
				type: 'Progressing',
				status: 'False',
				reason: 'ProgressDeadlineExceeded',
				message: 'ReplicaSet "api-rs2" has timed out progressing.',
				lastTransitionTime: since,
			},
		],
	},
});
const old = ['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix));
const sets = [aReplicaSet('api', 1), aReplicaSet('api', 2)];
const starting = aPod('api', 2, 'x', notReady('api', {state: {running: {startedAt: ago(110)}}}));

/** A DaemonSet of two nodes whose second pod is of a new revision and does not get ready; `startedAgo` seconds before noon. */
function daemonSet(startedAgo: number, spec: object = {}): RuleExample['objects'] {
	const podOf = (node: number, revision: string, fields: {readonly status: object}): ReturnType<typeof anObject> =>
		anObject('v1', 'Pod', `agent-${node}`, {
			metadata: {
				creationTimestamp: ago(startedAgo),
				labels: {app: 'agent', 'controller-revision-hash': revision},
				ownerReferences: [ownerOf('DaemonSet', 'agent')],
			},
			spec: {nodeName: `node-${node}`, containers: [{name: 'agent', image: `agent:${revision}`, ...spec}]},
			...fields,
		});
	const revision = (number: number): ReturnType<typeof anObject> =>
		anObject('apps/v1', 'ControllerRevision', `agent-${number}`, {
			metadata: {
				creationTimestamp: ago(startedAgo + (2 - number) * 3600),
				labels: {app: 'agent', 'controller-revision-hash': String(number)},
				ownerReferences: [ownerOf('DaemonSet', 'agent')],
			},
			revision: number,
		});
	const running = {name: 'agent', restartCount: 0, state: {running: {startedAt: ago(startedAgo - 5)}}};
	return [
		anObject('apps/v1', 'DaemonSet', 'agent', {
			metadata: {generation: 2},
			spec: {selector: {matchLabels: {app: 'agent'}}, template: {metadata: {labels: {app: 'agent'}}}},
			status: {
				observedGeneration: 2,
				desiredNumberScheduled: 2,
				currentNumberScheduled: 2,
				updatedNumberScheduled: 1,
				numberReady: 1,
				numberAvailable: 1,
			},
		}),
		revision(1),
		revision(2),
		podOf(1, '1', {
			status: {
				phase: 'Running',
				conditions: [{type: 'Ready', status: 'True', lastTransitionTime: ago(9000)}],
				containerStatuses: [{...running, ready: true, started: true}],
			},
		}),
		podOf(2, '2', {
			status: {
				phase: 'Running',
				conditions: [{type: 'Ready', status: 'False', lastTransitionTime: ago(startedAgo)}],
				containerStatuses: [{...running, ready: false, started: false}],
			},
		}),
	];
}

export default [
	{
		name: 'the new pod never gets ready',
		objects: [aRollout('api', expired(ago(60))), ...sets, ...old, starting],
		finds: [
			{
				object: 'deployment/api',
				title: 'Rollout of rev 2 stands still past its deadline of 10m: 0 of 3 new pods ready',
				because: 'rev 2 changed image api:1.8.2 → 1.9.0',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api-rs2-x'],
				evidence: [
					'ProgressDeadlineExceeded: ReplicaSet "api-rs2" has timed out progressing.',
					'Running, not ready',
				],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'see why api-rs2-x is not ready'],
				since: ago(60),
			},
		],
	},
	{
		name: 'the first release never gets ready: there is nothing to roll back to',
		objects: [
			aDeployment('api', {
				status: {...expired(ago(60)).status, readyReplicas: 0, availableReplicas: 0},
			}),
			aReplicaSet('api', 1),
			...['a', 'b', 'c'].map(suffix =>
				aPod('api', 1, suffix, notReady('api', {state: {running: {startedAt: ago(700)}}})),
			),
		],
		finds: [
			{
				title: 'Rollout of rev 1 stands still past its deadline of 10m: 0 of 3 pods ready',
				because: '',
				next: ['see why api-rs1-a and 2 more are not ready'],
			},
		],
	},
	{
		name: 'a DaemonSet, which has no deadline, stands still for ten minutes',
		objects: daemonSet(700),
		finds: [
			{
				object: 'daemonset/agent',
				title: 'Rollout of rev 2 stands still past its deadline of 10m: 0 of 2 new pods ready',
				confidence: 'likely',
				evidence: ['1 of 2 pods are updated, 1 ready', 'Running, not ready'],
				since: ago(100),
			},
		],
	},
	{
		name: 'its pods are allowed to start more slowly than that',
		objects: daemonSet(700, {startupProbe: {tcpSocket: {port: 80}, periodSeconds: 10, failureThreshold: 120}}),
		finds: [],
	},
	{name: 'a rollout within its deadline', objects: [aRollout('api'), ...sets, ...old, starting], finds: []},
	{
		name: 'it is scaled to 0 after it failed',
		objects: [aRollout('api', {...expired(ago(60)), spec: {replicas: 0}}), ...sets],
		finds: [],
	},
	{
		name: 'a Deployment whose rollout is over',
		objects: [aDeployment('api'), aReplicaSet('api', 1), ...old],
		finds: [],
	},
] satisfies readonly RuleExample[];
