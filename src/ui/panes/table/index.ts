import {kindById, kindOf} from '../../../kinds/lookup.ts';
import type {Kind} from '../../../kinds/contract.ts';
import type {ObjectRef} from '../../../model/finding.ts';
import type {Row} from '../../../model/row.ts';
import {defineTablePane, type Go, type PaneInput} from '../../contract.ts';
import {whyNothing} from '../../why-nothing.ts';
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
	object: subjectOf,
	empty: ({argument, world}) => {
		const {kind, below} = argument as TableArgument;
		const {title, namespaced} = kindIn(argument);
		const unknown = whyNothing(world, [kind], title);
		if (unknown !== undefined) return unknown;
		if (below !== undefined) return `no ${title} below ${below.name}`;
		if (!namespaced) return `no ${title} in this cluster`;
		return world.namespace === ''
			? `no ${title} in any namespace`
			: `no ${title} in ${world.namespace}: 0 shows all namespaces`;
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

/** Rows of some kinds are about something else. */
function subjectOf(row: Row): ObjectRef {
	const about = kindById(row.kind)?.about?.(row);
	if (about === undefined) return row;
	const {objectKind, namespace, name, uid} = about;
	return {kind: kindOf(objectKind)?.id ?? objectKind, namespace, name, uid};
}

function kindIn(argument: unknown): Kind {
	const kind = kindById((argument as TableArgument).kind);
	if (kind === undefined) throw new Error(`no kind ${(argument as TableArgument).kind}`);
	return kind;
}
