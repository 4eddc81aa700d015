import type {WorkloadRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

const metadata = {
	name: 'api',
	namespace: 'shop',
	uid: 'deploy-uid',
	creationTimestamp: '2026-11-23T12:00:00Z',
	generation: 7,
	labels: {app: 'api'},
	annotations: {'deployment.kubernetes.io/revision': '42'},
};

const spec = {
	replicas: 3,
	progressDeadlineSeconds: 600,
	selector: {matchLabels: {app: 'api'}},
	strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 1, maxUnavailable: 0}},
	template: {
		metadata: {labels: {app: 'api', tier: 'web'}},
		spec: {
			containers: [
				{name: 'api', image: 'shop/api:1.9.0'},
				{name: 'proxy', image: 'proxy:2'},
			],
		},
	},
};

const available = (status: string, lastTransitionTime: string) => ({type: 'Available', status, lastTransitionTime});
const progressing = (reason: string, status = 'True') => ({type: 'Progressing', status, reason});

/** With `more` in place of the counts of a healthy one. */
function deployment(more: object, specification: object = spec): object {
	const counts = {observedGeneration: 7, replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3};
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata,
		spec: specification,
		status: {
			...counts,
			conditions: [available('True', '2026-11-23T12:01:00Z'), progressing('NewReplicaSetAvailable')],
			...more,
		},
	};
}

const examples: readonly KindExample<WorkloadRow>[] = [
	{
		name: 'a healthy Deployment',
		object: deployment({}),
		row: {
			kind: 'deployment',
			uid: 'deploy-uid',
			name: 'api',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-23T12:00:00Z'),
			deletedAt: undefined,
			template: plainSpec([
				{name: 'api', image: 'shop/api:1.9.0'},
				{name: 'proxy', image: 'proxy:2'},
			]),
			surge: '1',
			unavailable: '0',
			minReadyMs: 0,
			manager: '',
			finalizers: [],
			labels: {app: 'api'},
			owner: undefined,
			wanted: 3,
			current: 3,
			updated: 3,
			ready: 3,
			available: 3,
			observed: true,
			paused: false,
			strategy: 'RollingUpdate',
			revision: '42',
			currentHash: '',
			updateHash: '',
			partition: 0,
			ordered: false,
			progressDeadlineMs: 600_000,
			selector: {matchLabels: {app: 'api'}, matchExpressions: []},
			templateLabels: {app: 'api', tier: 'web'},
			images: ['shop/api:1.9.0', 'proxy:2'],
			conditions: [
				{type: 'Available', status: 'True', reason: '', message: '', since: Date.parse('2026-11-23T12:01:00Z')},
				{type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable', message: '', since: 0},
			],
		},
		cells: {
			namespace: 'shop',
			name: 'api',
			ready: '3/3',
			updated: '3',
			available: '3',
			revision: '42',
			images: 'shop/api:1.9.0, proxy:2',
			age: '24h',
		},
		mark: 'healthy',
		drill: {to: 'pod', by: 'owner', uid: 'deploy-uid'},
	},
	{
		name: 'a rolling update is on its way',
		object: deployment({
			replicas: 4,
			updatedReplicas: 1,
			conditions: [available('True', '2026-11-23T12:01:00Z'), progressing('ReplicaSetUpdated')],
		}),
		cells: {ready: '3/3', updated: '1'},
		mark: 'progressing',
	},
	{
		name: 'a spec that the controller has not seen yet',
		object: deployment({observedGeneration: 6}),
		row: {observed: false},
		mark: 'progressing',
	},
	{
		name: 'a rollout past its deadline',
		object: deployment({
			replicas: 4,
			updatedReplicas: 1,
			conditions: [progressing('ProgressDeadlineExceeded', 'False')],
		}),
		mark: 'struggling',
	},
	{
		name: 'a quota that lets no pod be created',
		object: deployment({
			replicas: 0,
			updatedReplicas: 0,
			readyReplicas: 0,
			conditions: [{type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'exceeded quota'}],
		}),
		mark: 'struggling',
	},
	{
		name: 'the first pods of a new Deployment have time to start',
		object: deployment({
			readyReplicas: 0,
			availableReplicas: 0,
			conditions: [available('False', '2026-11-24T11:58:00Z'), progressing('ReplicaSetUpdated')],
		}),
		cells: {ready: '0/3'},
		mark: 'progressing',
	},
	{
		name: 'rolled out long ago, and for two minutes not available',
		object: deployment({
			readyReplicas: 1,
			conditions: [available('False', '2026-11-24T11:58:00Z'), progressing('NewReplicaSetAvailable')],
		}),
		cells: {ready: '1/3'},
		mark: 'struggling',
	},
	{
		name: 'just scaled up',
		object: deployment({
			readyReplicas: 1,
			conditions: [available('False', '2026-11-24T11:59:30Z'), progressing('NewReplicaSetAvailable')],
		}),
		mark: 'progressing',
	},
	{
		name: 'scaled to zero',
		object: deployment(
			{replicas: undefined, updatedReplicas: undefined, readyReplicas: undefined},
			{...spec, replicas: 0},
		),
		row: {wanted: 0, current: 0, ready: 0},
		cells: {ready: '0/0'},
		mark: 'healthy',
	},
	{
		name: 'paused in the middle of a rollout',
		object: deployment({updatedReplicas: 1}, {...spec, paused: true}),
		row: {paused: true, updated: 1},
		mark: 'healthy',
	},
	{
		name: 'a Deployment of which nothing is known but its name',
		object: {metadata: {name: 'api', uid: 'deploy-uid'}},
		row: {
			wanted: 1,
			ready: 0,
			revision: '',
			selector: undefined,
			images: [],
			conditions: [],
			strategy: 'RollingUpdate',
		},
		cells: {namespace: '–', ready: '0/1', revision: '–', images: '–', age: '–'},
		mark: 'progressing',
	},
];

export default examples;
