import type {RevisionRow} from '../model/workload.ts';
import {ageColumn, nameColumn, namespaceColumn, NOTHING, orNothing} from './columns.ts';
import type {Column} from './contract.ts';

/** What is worth knowing of one version of a workload's template; `counts` are the pods of it, where the kind knows. */
export function revisionColumns(counts: readonly Column<RevisionRow>[]): readonly Column<RevisionRow>[] {
	return [
		namespaceColumn,
		nameColumn,
		{
			id: 'revision',
			title: 'REV',
			align: 'right',
			width: {min: 3, max: 7},
			priority: 3,
			value: row => (row.revision === 0 ? NOTHING : String(row.revision)),
			sort: row => row.revision,
		},
		...counts,
		{
			id: 'owner',
			title: 'OWNER',
			width: {min: 10, max: 40},
			priority: 6,
			value: row => orNothing(row.owner?.name ?? ''),
		},
		{
			id: 'images',
			title: 'IMAGES',
			width: {min: 12, max: 80},
			priority: 7,
			value: row => orNothing(row.images.join(', ')),
		},
		{
			id: 'changeCause',
			title: 'CHANGE CAUSE',
			width: {min: 12, max: 60},
			priority: 8,
			wide: true,
			value: row => orNothing(row.changeCause),
		},
		ageColumn,
	];
}
