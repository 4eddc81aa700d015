import {kindById, kindOf} from '../../../kinds/lookup.ts';
import type {Drill} from '../../../kinds/contract.ts';
import {selects} from '../../../model/selector.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {EventRow} from '../../../model/event.ts';
import type {ObjectRef} from '../../../model/finding.ts';
import type {Row} from '../../../model/row.ts';
import type {PaneInput} from '../../contract.ts';
import {isAbout} from '../../open/events.ts';
import {rowsOf} from '../../rows.ts';

/** What a table of a kind shows: all of its rows, or those below one object. */
export interface TableArgument {
	/** Id on the shelf of kinds. */
	readonly kind: string;
	/** Whose rows: the object's name is the breadcrumb. */
	readonly below?: {readonly name: string; readonly drill: Drill | Telling};
}

/** The events about an object. */
export interface Telling {
	readonly to: 'events';
	readonly object: ObjectRef;
}

/** The rows of the kind that belong there. */
export function* scopedRows({kind, below}: TableArgument, {world, session}: PaneInput): Iterable<Row> {
	const rows = rowsOf(world, kind);
	if (below === undefined) {
		yield* rows.values();
		return;
	}
	const {drill} = below;
	if (drill.to === 'pod' && drill.by === 'owner') {
		yield* session.join.podsOwnedBy(drill.uid);
		return;
	}
	for (const row of rows.values()) if (belongs(row, drill)) yield row;
}

function belongs(row: Row, drill: Drill | Telling): boolean {
	switch (drill.to) {
		case 'events':
			return isAbout(row as EventRow, drill.object);
		case 'pod':
			if (drill.by === 'node') return (row as PodRow).node === drill.node;
			if (drill.by === 'owner') return row.owner?.uid === drill.uid;
			return row.namespace === drill.namespace && selects(drill.selector, row.labels);
		case 'job':
			return row.owner?.uid === drill.uid;
		case 'object':
			return row.name === drill.name && row.namespace === drill.namespace;
		default:
			return true;
	}
}

/** The table that a drill opens, or why it opens none. */
export function tableOf(from: Row, drill: Drill): TableArgument | {readonly because: string} {
	switch (drill.to) {
		case 'pod':
		case 'job':
			return {kind: drill.to, below: {name: from.name, drill}};
		case 'object': {
			const kind = kindOf(drill.objectKind);
			if (kind === undefined) return {because: `there is no list of ${drill.objectKind} here`};
			return {kind: kind.id, below: {name: from.name, drill}};
		}
		case 'nothing':
			return {because: drill.because};
		default:
			return {because: `nothing opens below ${kindById(from.kind)?.objectKind ?? from.kind} ${from.name}`};
	}
}
