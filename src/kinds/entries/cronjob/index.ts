import type {V1CronJob} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import type {CronJobRow} from '../../../model/workload.ts';
import {ageColumn, ago, countColumn, nameColumn, namespaceColumn, orNothing} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {projectCronJob} from './project.ts';

export default defineKind<CronJobRow, Wire<V1CronJob>>({
	id: 'cronjob',
	title: 'cron jobs',
	group: 'batch',
	version: 'v1',
	plural: 'cronjobs',
	objectKind: 'CronJob',
	namespaced: true,
	aliases: ['cj'],
	capabilities: [],
	project: projectCronJob,
	columns: [
		namespaceColumn,
		nameColumn,
		{
			id: 'schedule',
			title: 'SCHEDULE',
			width: {min: 9, max: 24},
			priority: 2,
			value: row => orNothing(row.schedule),
		},
		{
			id: 'timezone',
			title: 'TIMEZONE',
			width: {min: 8, max: 24},
			priority: 6,
			value: row => orNothing(row.timezone),
		},
		{
			id: 'suspended',
			title: 'SUSPEND',
			width: {min: 7, max: 7},
			priority: 4,
			value: row => (row.suspended ? 'yes' : 'no'),
			tone: row => (row.suspended ? 'accent' : 'muted'),
		},
		countColumn({id: 'active', title: 'ACTIVE', priority: 3, of: row => row.active}),
		{
			id: 'lastScheduled',
			title: 'LAST SCHEDULE',
			align: 'right',
			width: {min: 13, max: 13},
			priority: 3,
			value: (row, facts) => ago(row.lastScheduledAt, facts),
			sort: row => row.lastScheduledAt ?? 0,
		},
		{
			id: 'lastSucceeded',
			title: 'LAST SUCCESS',
			align: 'right',
			width: {min: 12, max: 12},
			priority: 5,
			value: (row, facts) => ago(row.lastSucceededAt, facts),
			sort: row => row.lastSucceededAt ?? 0,
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	// Its object does not say how its jobs ended; they do.
	mark: row => (row.active > 0 ? 'progressing' : 'healthy'),
	drill: row => ({to: 'job', by: 'owner', uid: row.uid}),
});
