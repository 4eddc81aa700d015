import {NOTHING} from '../../../kinds/columns.ts';
import type {Row} from '../../../model/row.ts';
import {defineTablePane} from '../../contract.ts';

/** A context as a row; `uid` is its name. */
interface ContextRow extends Row {
	/** It is the one that is watched. */
	readonly current: boolean;
}

/** The contexts of the kubeconfig; `enter` switches. */
export default defineTablePane<ContextRow>({
	id: 'contexts',
	shape: 'table',
	title: () => 'contexts',
	kinds: () => [],
	rows: ({contexts, world}) => contexts.map(name => contextRow(name, name === world.contextName)),
	wholeKind: () => undefined,
	columns: () => [
		{id: 'name', title: 'CONTEXT', width: {min: 10, max: 200}, priority: 1, value: row => row.name},
		{
			id: 'current',
			title: 'CURRENT',
			width: {min: 7, max: 7},
			priority: 2,
			value: ({current}) => (current ? '✔' : NOTHING),
		},
	],
	sortedBy: () => ({column: 'name', descending: false}),
	worstFirst: () => false,
	mark: () => 'healthy',
	enter: row => ({to: 'context', context: row.name}),
	empty: () => 'the kubeconfig names no contexts',
});

function contextRow(name: string, current: boolean): ContextRow {
	return {
		kind: 'context',
		uid: name,
		name,
		namespace: '',
		createdAt: 0,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		current,
	};
}
