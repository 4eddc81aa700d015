import type {V1ConfigMap} from '@kubernetes/client-node';
import {hashOf} from '../../../lib/hash.ts';
import type {ConfigMapRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, countColumn, nameColumn, namespaceColumn, orNothing} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {fieldsOf, mapOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';
import {settingsOf} from './settings.ts';

export default defineKind<ConfigMapRow, Wire<V1ConfigMap>>({
	id: 'configmap',
	title: 'config maps',
	group: '',
	version: 'v1',
	plural: 'configmaps',
	objectKind: 'ConfigMap',
	namespaced: true,
	aliases: ['cm'],
	capabilities: [],
	project(object, intern) {
		const {metadata, data, binaryData} = fieldsOf(object);
		const content = {...mapOf(data), ...mapOf(binaryData)};
		return {
			kind: 'configmap',
			...metadataOf(metadata, intern),
			keys: intern.value(Object.keys(content).toSorted()),
			settings: settingsOf(mapOf(data)),
			// Of the content alone: leader elections write an annotation every two seconds.
			version: hashOf(JSON.stringify([data, binaryData])),
		};
	},
	columns: [
		namespaceColumn,
		nameColumn,
		countColumn({id: 'count', title: 'KEYS', priority: 3, of: row => row.keys.length}),
		{
			id: 'keys',
			title: 'NAMES OF KEYS',
			width: {min: 10, max: 80},
			priority: 5,
			value: row => orNothing(row.keys.join(', ')),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: () => 'healthy',
	drill: () => ({to: 'nothing', because: 'd describes it, y shows its YAML'}),
});
