import type {Row} from '../../../model/row.ts';
import {defineTablePane} from '../../contract.ts';

/** The contexts of the kubeconfig; `enter` switches. */
export default defineTablePane<Row>({
	id: 'contexts',
	shape: 'table',
	title: () => 'contexts',
	kinds: () => [],
	rows: ({contexts}) => contexts.map(contextRow),
	wholeKind: () => undefined,
	columns: () => [{id: 'name', title: 'CONTEXT', width: {min: 10, max: 200}, priority: 1, value: row => row.name}],
	sortedBy: () => ({column: 'name', descending: false}),
	worstFirst: () => false,
	mark: () => 'healthy',
	enter: row => ({to: 'context', context: row.name}),
	empty: () => 'the kubeconfig names no contexts',
});

function contextRow(name: string): Row {
	return {
		kind: 'context',
		uid: name,
		name,
		namespace: '',
		createdAt: 0,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
	};
}
