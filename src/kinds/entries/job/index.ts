import type {V1Job} from '@kubernetes/client-node';
import {formatAge} from '../../../lib/age.ts';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {JobRow} from '../../../model/workload.ts';
import {ageColumn, countColumn, nameColumn, namespaceColumn, NOTHING} from '../../columns.ts';
import {defineKind, type Facts} from '../../contract.ts';
import {projectJob} from './project.ts';

export default defineKind<JobRow, Wire<V1Job>>({
	id: 'job',
	title: 'jobs',
	group: 'batch',
	version: 'v1',
	plural: 'jobs',
	objectKind: 'Job',
	namespaced: true,
	aliases: ['jo'],
	capabilities: ['pods', 'logs'],
	project: projectJob,
	columns: [
		namespaceColumn,
		nameColumn,
		{
			id: 'status',
			title: 'STATUS',
			width: {min: 8, max: 18},
			priority: 2,
			value: row => row.status,
			tone: row => (row.status === 'Failed' ? 'struggling' : undefined),
		},
		{
			id: 'ready',
			title: 'COMPLETIONS',
			align: 'right',
			width: {min: 11, max: 14},
			priority: 3,
			value: completionsText,
			sort: row => row.succeeded / wantedOf(row),
		},
		countColumn({id: 'failed', title: 'FAILED', priority: 3, of: row => row.failed}),
		countColumn({id: 'active', title: 'ACTIVE', priority: 5, of: row => row.active}),
		{
			id: 'duration',
			title: 'DURATION',
			align: 'right',
			width: {min: 8, max: 8},
			priority: 5,
			value: (row, facts) => (row.startedAt === undefined ? NOTHING : formatAge(durationMs(row, facts))),
			sort: durationMs,
		},
		ageColumn,
	],
	sortedBy: {column: 'age', descending: false},
	mark: markOf,
	drill: row => ({to: 'pod', by: 'owner', uid: row.uid}),
});

/** Without completions, one success of any of its pods ends the job. */
function completionsText(row: JobRow): string {
	if (row.completions !== undefined) return `${row.succeeded}/${row.completions}`;
	return row.parallelism > 1 ? `${row.succeeded}/1 of ${row.parallelism}` : `${row.succeeded}/1`;
}

function wantedOf(row: JobRow): number {
	return Math.max(1, row.completions ?? 1);
}

function durationMs({startedAt, finishedAt}: JobRow, {now}: Facts): number {
	return startedAt === undefined ? 0 : (finishedAt ?? now) - startedAt;
}

/** Retries are a job's normal life: only its end, or that its end is decided, makes it bad. */
function markOf(row: JobRow): Mark {
	if (row.status === 'Failed' || row.status === 'FailureTarget') return 'struggling';
	return row.status === 'Complete' || row.status === 'Suspended' ? 'healthy' : 'progressing';
}
