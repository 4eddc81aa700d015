import {kindById} from '../../../kinds/lookup.ts';
import type {Kind} from '../../../kinds/contract.ts';
import type {Row} from '../../../model/row.ts';
import {defineTablePane, type Go, type PaneInput} from '../../contract.ts';
import {scopedRows, tableOf, type TableArgument} from './scope.ts';

/** A list of one kind: every row of it, or those below one object. */
export default defineTablePane<Row>({
	id: 'table',
	shape: 'table',
	title: ({argument}) => {
		const {below} = argument as TableArgument;
		const {title} = kindIn(argument);
		return below === undefined ? title : `${below.name} ${title}`;
	},
	kinds: argument => [(argument as TableArgument).kind],
	rows: input => scopedRows(input.argument as TableArgument, input),
	wholeKind: argument => {
		const {kind, below} = argument as TableArgument;
		return below === undefined ? kind : undefined;
	},
	columns: argument => kindIn(argument).columns,
	sortedBy: argument => kindIn(argument).sortedBy,
	worstFirst: argument => kindIn(argument).newestFirst !== true,
	mark: (row, facts) => kindById(row.kind)?.mark(row, facts) ?? 'unknown',
	enter,
	empty: ({argument, world}) => {
		const {kind, below} = argument as TableArgument;
		const {title} = kindIn(argument);
		const collection = world.collections[kind];
		if (collection?.state.phase === 'waiting') {
			const {because} = collection.state;
			return because.permission === undefined
				? `no ${title}: ${because.message}`
				: `no right to ${because.permission}`;
		}
		if (collection?.complete !== true) return `listing ${title}`;
		const place = world.namespace === '' ? 'in any namespace' : `in ${world.namespace}: 0 shows all namespaces`;
		return below === undefined ? `no ${title} ${place}` : `no ${title} below ${below.name}`;
	},
});

function enter(row: Row, _input: PaneInput): Go {
	const drill = kindById(row.kind)?.drill(row) ?? {to: 'nothing', because: 'nothing is known of this kind'};
	if (drill.to === 'namespace') return drill;
	if (drill.to === 'containers')
		return {to: 'pane', pane: {id: 'containers', argument: {uid: row.uid, name: row.name}}};
	const table = tableOf(row, drill);
	return 'because' in table
		? {to: 'nothing', because: table.because}
		: {to: 'pane', pane: {id: 'table', argument: table}};
}

function kindIn(argument: unknown): Kind {
	const kind = kindById((argument as TableArgument).kind);
	if (kind === undefined) throw new Error(`no kind ${(argument as TableArgument).kind}`);
	return kind;
}
