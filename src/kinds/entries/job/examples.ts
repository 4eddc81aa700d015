import type {JobRow} from '../../../model/workload.ts';
import {type KindExample, plainSpec} from '../../example.ts';

/** A job that started an hour before noon, with these parts. */
function job(spec: object, status: object, metadata: object = {}): object {
	return {
		apiVersion: 'batch/v1',
		kind: 'Job',
		metadata: {
			name: 'migrate-42',
			namespace: 'shop',
			uid: 'job-uid',
			creationTimestamp: '2026-11-24T11:00:00Z',
			labels: {app: 'migrate'},
			...metadata,
		},
		spec: {
			parallelism: 1,
			completions: 1,
			selector: {matchLabels: {'batch.kubernetes.io/job-name': 'migrate-42'}},
			...spec,
		},
		status: {startTime: '2026-11-24T11:00:00Z', ...status},
	};
}

const condition = (type: string) => ({type, status: 'True', lastTransitionTime: '2026-11-24T11:05:00Z'});

const examples: readonly KindExample<JobRow>[] = [
	{
		name: 'a job that is done, after one retry',
		object: job(
			{},
			{
				succeeded: 1,
				failed: 1,
				completionTime: '2026-11-24T11:00:18Z',
				conditions: [condition('SuccessCriteriaMet'), condition('Complete')],
			},
		),
		row: {
			kind: 'job',
			uid: 'job-uid',
			name: 'migrate-42',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:00:00Z'),
			deletedAt: undefined,
			template: plainSpec([]),
			backoffLimit: 6,
			finalizers: [],
			labels: {app: 'migrate'},
			owner: undefined,
			completions: 1,
			parallelism: 1,
			succeeded: 1,
			failed: 1,
			active: 0,
			suspended: false,
			status: 'Complete',
			startedAt: Date.parse('2026-11-24T11:00:00Z'),
			finishedAt: Date.parse('2026-11-24T11:00:18Z'),
			selector: {matchLabels: {'batch.kubernetes.io/job-name': 'migrate-42'}, matchExpressions: []},
			conditions: [
				{
					type: 'SuccessCriteriaMet',
					status: 'True',
					reason: '',
					message: '',
					since: Date.parse('2026-11-24T11:05:00Z'),
				},
				{type: 'Complete', status: 'True', reason: '', message: '', since: Date.parse('2026-11-24T11:05:00Z')},
			],
		},
		cells: {status: 'Complete', ready: '1/1', failed: '1', active: '0', duration: '18s', age: '60m'},
		mark: 'healthy',
		drill: {to: 'pod', by: 'owner', uid: 'job-uid'},
	},
	{
		name: 'a job that used up its retries',
		object: job({}, {failed: 4, conditions: [condition('FailureTarget'), condition('Failed')]}),
		row: {status: 'Failed', finishedAt: Date.parse('2026-11-24T11:05:00Z')},
		cells: {status: 'Failed', ready: '0/1', failed: '4', duration: '5m'},
		mark: 'struggling',
	},
	{
		name: 'a job that runs, one try having failed',
		object: job({}, {active: 1, failed: 1}),
		row: {status: 'Running', finishedAt: undefined},
		cells: {duration: '60m', active: '1'},
		mark: 'progressing',
	},
	{
		name: 'a work queue ends with the first success',
		object: job({parallelism: 3, completions: undefined}, {active: 3}),
		row: {completions: undefined, parallelism: 3},
		cells: {ready: '0/1 of 3'},
	},
	{
		name: 'a suspended job has not started',
		object: job({suspend: true}, {startTime: undefined, conditions: [condition('Suspended')]}),
		row: {status: 'Suspended', suspended: true, startedAt: undefined},
		cells: {duration: '–'},
		mark: 'healthy',
	},
	{
		name: 'a job whose failure is decided and whose pods still end',
		object: job({}, {active: 1, conditions: [condition('FailureTarget')]}),
		row: {status: 'FailureTarget'},
		mark: 'struggling',
	},
	{
		name: 'a job that is being deleted',
		object: job({}, {active: 1}, {deletionTimestamp: '2026-11-24T11:59:00Z'}),
		row: {status: 'Terminating'},
		mark: 'progressing',
	},
];

export default examples;
