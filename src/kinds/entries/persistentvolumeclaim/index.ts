import type {V1PersistentVolumeClaim} from '@kubernetes/client-node';
import type {ClaimRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, namespaceColumn, orNothing} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {fieldsOf, textOf, textsOf} from '../../json.ts';
import {annotationOf, metadataOf} from '../../metadata.ts';

export default defineKind<ClaimRow, Wire<V1PersistentVolumeClaim>>({
	id: 'persistentvolumeclaim',
	title: 'volume claims',
	group: '',
	version: 'v1',
	plural: 'persistentvolumeclaims',
	objectKind: 'PersistentVolumeClaim',
	namespaced: true,
	aliases: ['pvc'],
	capabilities: [],
	project(object, intern) {
		const {metadata, spec, status} = fieldsOf(object);
		return {
			kind: 'persistentvolumeclaim',
			...metadataOf(metadata, intern),
			phase: intern.text(textOf(status?.phase)),
			storageClass: typeof spec?.storageClassName === 'string' ? textOf(spec.storageClassName) : undefined,
			volume: textOf(spec?.volumeName),
			size: textOf(status?.capacity?.['storage']) || textOf(spec?.resources?.requests?.['storage']),
			accessModes: intern.value(textsOf(spec?.accessModes)),
			selectedNode: intern.text(annotationOf(metadata, 'volume.kubernetes.io/selected-node')),
		};
	},
	columns: [
		namespaceColumn,
		nameColumn,
		{
			id: 'status',
			title: 'STATUS',
			width: {min: 7, max: 12},
			priority: 2,
			value: row => orNothing(row.phase),
			tone: row => (row.phase === 'Lost' ? 'struggling' : row.phase === 'Pending' ? 'progressing' : undefined),
		},
		{
			id: 'size',
			title: 'SIZE',
			align: 'right',
			width: {min: 5, max: 9},
			priority: 3,
			value: row => orNothing(row.size),
		},
		{
			id: 'class',
			title: 'CLASS',
			width: {min: 6, max: 24},
			priority: 4,
			value: row => (row.storageClass === undefined ? 'the default' : orNothing(row.storageClass)),
		},
		{id: 'volume', title: 'VOLUME', width: {min: 8, max: 42}, priority: 6, value: row => orNothing(row.volume)},
		{
			id: 'modes',
			title: 'ACCESS',
			width: {min: 6, max: 30},
			priority: 7,
			value: row => orNothing(row.accessModes.join(', ')),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	// A claim may wait for its first pod for ever: whether that is wrong, its pods tell.
	mark: row => (row.phase === 'Lost' ? 'struggling' : row.phase === 'Pending' ? 'progressing' : 'healthy'),
	drill: () => ({to: 'nothing', because: 'd describes it, y shows its YAML'}),
});
