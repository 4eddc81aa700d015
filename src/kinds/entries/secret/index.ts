import type {V1Secret} from '@kubernetes/client-node';
import type {SecretRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, namespaceColumn} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {fieldsOf, textOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';
import {concealSecret} from './conceal.ts';

/** Its metadata only: whether it is there, and when it changed. */
export default defineKind<SecretRow, Pick<Wire<V1Secret>, 'metadata'>>({
	id: 'secret',
	title: 'secrets',
	group: '',
	version: 'v1',
	plural: 'secrets',
	objectKind: 'Secret',
	namespaced: true,
	metadataOnly: true,
	aliases: ['sec'],
	capabilities: [],
	project(object, intern) {
		const {metadata} = fieldsOf(object);
		return {
			kind: 'secret',
			...metadataOf(metadata, intern),
			version: textOf(metadata?.resourceVersion),
		};
	},
	columns: [namespaceColumn, nameColumn, ageColumn],
	sortedBy: {column: 'name', descending: false},
	mark: () => 'healthy',
	drill: () => ({to: 'nothing', because: 'd describes it, y shows its YAML with the values masked'}),
	conceal: concealSecret,
});
