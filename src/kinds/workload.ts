import type {Mark} from '../model/row.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {ageColumn, countColumn, nameColumn, namespaceColumn, orNothing} from './columns.ts';
import {conditionNamed, isTrue} from './conditions.ts';
import type {Capability, Column, Facts} from './contract.ts';

/** What Deployments, StatefulSets and DaemonSets can do alike. */
export const workloadCapabilities: readonly Capability[] = ['pods', 'logs', 'revisions', 'template', 'ports'];

/** The columns of Deployments, StatefulSets and DaemonSets; `revision` says which revision is the newest. */
export function workloadColumns(revision: (row: WorkloadRow) => string): readonly Column<WorkloadRow>[] {
	return [
		namespaceColumn,
		nameColumn,
		{
			id: 'ready',
			title: 'READY',
			align: 'right',
			width: {min: 5, max: 9},
			priority: 2,
			value: row => `${row.ready}/${row.wanted}`,
			tone: row => (row.ready < row.wanted ? 'struggling' : undefined),
			sort: row => (row.wanted === 0 ? 1 : row.ready / row.wanted),
		},
		countColumn({id: 'updated', title: 'UP-TO-DATE', priority: 5, of: row => row.updated}),
		countColumn({id: 'available', title: 'AVAILABLE', priority: 5, of: row => row.available}),
		{
			id: 'revision',
			title: 'REV',
			align: 'right',
			width: {min: 3, max: 12},
			priority: 4,
			value: row => orNothing(revision(row)),
			sort: row => Number(revision(row)) || revision(row),
		},
		{
			id: 'images',
			title: 'IMAGES',
			width: {min: 12, max: 80},
			priority: 8,
			wide: true,
			value: row => orNothing(row.images.join(', ')),
		},
		ageColumn,
	];
}

/** The worst state that a workload's own object proves; its pods may prove worse. */
export function workloadMark(row: WorkloadRow, {now}: Facts): Mark {
	if (row.deletedAt !== undefined) return 'progressing';
	// Quota, admission or missing rights: the controller cannot even create pods.
	if (isTrue(row.conditions, 'ReplicaFailure')) return 'struggling';
	if (conditionNamed(row.conditions, 'Progressing')?.reason === 'ProgressDeadlineExceeded') return 'struggling';
	if (row.observed && !isMoving(row) && row.ready >= row.wanted) return 'healthy';
	if (!row.observed || isMoving(row)) return 'progressing';
	return isOutForLong(row, now) ? 'struggling' : 'progressing';
}

/** A rollout or a change of scale is under way, except where it waits for a person (paused, OnDelete, partition). */
function isMoving({paused, strategy, partition, wanted, current, updated}: WorkloadRow): boolean {
	const isHeld = paused || strategy === 'OnDelete';
	return current !== wanted || (!isHeld && updated < wanted - partition);
}

/** Without a deadline of its own, as long as a Deployment has by default (progressDeadlineSeconds). */
const SETTLING_MS = 10 * 60_000;

/** A minute without the minimum of replicas is more than a scheduler, a pull and a probe need for one pod. */
const UNAVAILABLE_MS = 60_000;

/** Everything was rolled out, and still pods are not ready. Only Deployments say since when. */
function isOutForLong(row: WorkloadRow, now: number): boolean {
	const available = conditionNamed(row.conditions, 'Available');
	if (available === undefined) return now - row.createdAt > (row.progressDeadlineMs ?? SETTLING_MS);
	const isRolledOut = conditionNamed(row.conditions, 'Progressing')?.reason !== 'ReplicaSetUpdated';
	return isRolledOut && available.status === 'False' && now - available.since > UNAVAILABLE_MS;
}
