import type {WorkloadRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

/** With `status` in place of that of a healthy one. */
function daemonSet(status: object, updateStrategy: object = {type: 'RollingUpdate'}): object {
	return {
		apiVersion: 'apps/v1',
		kind: 'DaemonSet',
		metadata: {
			name: 'agent',
			namespace: 'monitoring',
			uid: 'ds-uid',
			creationTimestamp: '2026-11-01T12:00:00Z',
			generation: 1,
		},
		spec: {
			selector: {matchLabels: {app: 'agent'}},
			updateStrategy,
			template: {metadata: {labels: {app: 'agent'}}, spec: {containers: [{name: 'agent', image: 'agent:3'}]}},
		},
		status: {
			observedGeneration: 1,
			desiredNumberScheduled: 5,
			currentNumberScheduled: 5,
			updatedNumberScheduled: 5,
			numberReady: 5,
			numberAvailable: 5,
			numberMisscheduled: 0,
			...status,
		},
	};
}

const examples: readonly KindExample<WorkloadRow>[] = [
	{
		name: 'a DaemonSet on all of its five nodes',
		object: daemonSet({}),
		row: {
			kind: 'daemonset',
			uid: 'ds-uid',
			name: 'agent',
			namespace: 'monitoring',
			createdAt: Date.parse('2026-11-01T12:00:00Z'),
			deletedAt: undefined,
			template: plainSpec([{name: 'agent', image: 'agent:3'}]),
			surge: '',
			unavailable: '',
			minReadyMs: 0,
			manager: '',
			finalizers: [],
			labels: {},
			owner: undefined,
			wanted: 5,
			current: 5,
			updated: 5,
			ready: 5,
			available: 5,
			observed: true,
			paused: false,
			strategy: 'RollingUpdate',
			revision: '',
			currentHash: '',
			updateHash: '',
			partition: 0,
			ordered: false,
			progressDeadlineMs: undefined,
			selector: {matchLabels: {app: 'agent'}, matchExpressions: []},
			templateLabels: {app: 'agent'},
			images: ['agent:3'],
			conditions: [],
		},
		cells: {ready: '5/5', updated: '5', available: '5', age: '23d'},
		mark: 'healthy',
		drill: {to: 'pod', by: 'owner', uid: 'ds-uid'},
	},
	{
		name: 'one node has a pod that is not ready',
		object: daemonSet({numberReady: 4}),
		cells: {ready: '4/5'},
		mark: 'struggling',
	},
	{
		name: 'a rolling update is on its way',
		object: daemonSet({updatedNumberScheduled: 2, numberReady: 4}),
		cells: {updated: '2'},
		mark: 'progressing',
	},
	{
		name: 'with OnDelete the old pods stay until somebody deletes them',
		object: daemonSet({updatedNumberScheduled: undefined}, {type: 'OnDelete'}),
		row: {updated: 0, strategy: 'OnDelete'},
		mark: 'healthy',
	},
	{
		name: 'no node wants it',
		object: daemonSet({
			desiredNumberScheduled: 0,
			currentNumberScheduled: 0,
			updatedNumberScheduled: 0,
			numberReady: 0,
		}),
		cells: {ready: '0/0'},
		mark: 'healthy',
	},
];

export default examples;
