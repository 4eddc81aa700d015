import type {CronJobRow} from '../../../model/workload.ts';
import type {KindExample} from '../../example.ts';

const metadata = {name: 'report', namespace: 'shop', uid: 'cj-uid', creationTimestamp: '2026-11-14T12:00:00Z'};

const examples: readonly KindExample<CronJobRow>[] = [
	{
		name: 'a nightly report that ran and is not running',
		object: {
			apiVersion: 'batch/v1',
			kind: 'CronJob',
			metadata,
			spec: {schedule: '30 2 * * *', timeZone: 'Europe/Berlin', suspend: false},
			status: {lastScheduleTime: '2026-11-24T01:30:00Z', lastSuccessfulTime: '2026-11-24T01:31:00Z'},
		},
		row: {
			kind: 'cronjob',
			uid: 'cj-uid',
			name: 'report',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-14T12:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {},
			owner: undefined,
			schedule: '30 2 * * *',
			timezone: 'Europe/Berlin',
			suspended: false,
			active: 0,
			lastScheduledAt: Date.parse('2026-11-24T01:30:00Z'),
			lastSucceededAt: Date.parse('2026-11-24T01:31:00Z'),
		},
		cells: {
			schedule: '30 2 * * *',
			timezone: 'Europe/Berlin',
			suspended: 'no',
			active: '0',
			lastScheduled: '10h',
			lastSucceeded: '10h',
			age: '10d',
		},
		mark: 'healthy',
		drill: {to: 'job', by: 'owner', uid: 'cj-uid'},
	},
	{
		name: 'one of its jobs is running',
		object: {
			metadata,
			spec: {schedule: '@hourly'},
			status: {active: [{kind: 'Job', name: 'report-1', uid: 'job-uid'}]},
		},
		row: {active: 1, timezone: ''},
		cells: {active: '1', timezone: '–'},
		mark: 'progressing',
	},
	{
		name: 'suspended before it ever ran',
		object: {metadata, spec: {schedule: '0 * * * *', suspend: true}, status: {}},
		row: {suspended: true, lastScheduledAt: undefined, lastSucceededAt: undefined},
		cells: {suspended: 'yes', lastScheduled: '–', lastSucceeded: '–'},
		mark: 'healthy',
	},
];

export default examples;
