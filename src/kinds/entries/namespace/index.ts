import type {V1Namespace} from '@kubernetes/client-node';
import type {NamespaceRow} from '../../../model/event.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, orNothing} from '../../columns.ts';
import {conditionsOf} from '../../conditions.ts';
import {defineKind} from '../../contract.ts';
import {fieldsOf, textOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

export default defineKind<NamespaceRow, Wire<V1Namespace>>({
	id: 'namespace',
	title: 'namespaces',
	group: '',
	version: 'v1',
	plural: 'namespaces',
	objectKind: 'Namespace',
	namespaced: false,
	aliases: ['ns'],
	capabilities: ['namespace'],
	project(object, intern) {
		const {metadata, status} = fieldsOf(object);
		return {
			kind: 'namespace',
			...metadataOf(metadata, intern),
			status: intern.text(textOf(status?.phase)),
			conditions: conditionsOf(status?.conditions, intern),
		};
	},
	columns: [
		nameColumn,
		{
			id: 'status',
			title: 'STATUS',
			width: {min: 8, max: 14},
			priority: 2,
			value: row => orNothing(row.status),
			tone: row => (row.status === 'Terminating' ? 'progressing' : undefined),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: row => (row.status === 'Terminating' ? 'progressing' : 'healthy'),
	drill: row => ({to: 'namespace', namespace: row.name}),
});
