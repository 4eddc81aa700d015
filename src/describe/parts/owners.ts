import type {V1ObjectMeta} from '@kubernetes/client-node';
import {managerOf} from '../../kinds/applied-by.ts';
import {kindOf} from '../../kinds/lookup.ts';
import type {Owner, Row} from '../../model/row.ts';
import type {Wire} from '../../model/wire.ts';
import type {Entry, Section} from '../contract.ts';
import type {Known, KnownRows} from '../known.ts';
import {entry, word} from '../words.ts';

/** Owners of owners: a pod of a ReplicaSet of a Deployment of somebody's own kind is four deep. */
const OWNERS_MAX = 6;

/** Who owns it, from the nearest up, and who applies it from elsewhere. */
export function ownerSection(row: Row, metadata: Wire<V1ObjectMeta> | undefined, known: Known): Section {
	const manager = managerOf(metadata);
	return {
		title: 'OWNED BY',
		entries: [
			...ownersOf(row, known).map(({owner, row: found, detail}): Entry => {
				const kind = kindOf(owner.kind)?.id;
				const object = found ?? (kind === undefined ? undefined : {...owner, kind, namespace: row.namespace});
				return {...entry('', [word(`${owner.kind} ${owner.name}`), word(detail, 'muted')]), object};
			}),
			...(manager === ''
				? []
				: [entry('', [word(manager), word(', which would undo a change made here', 'muted')])]),
		],
	};
}

interface Found {
	readonly owner: Owner;
	/** Undefined when it is gone, or of a kind that is not watched. */
	readonly row: Row | undefined;
	readonly detail: string;
}

export function ownersOf(row: Row, known: Known): readonly Found[] {
	const found: Found[] = [];
	let current: Row | undefined = row;
	while (current?.owner !== undefined && found.length < OWNERS_MAX) {
		const {owner}: Row = current;
		current = rowOf(owner, known);
		found.push({owner, row: current, detail: detailOf(current)});
	}
	return found;
}

function rowOf({kind, uid}: Owner, known: Known): Row | undefined {
	const id = kindOf(kind)?.id;
	if (id === undefined) return undefined;
	for (const row of known.rows(id as keyof KnownRows)) if (row.uid === uid) return row;
	return undefined;
}

/** A revision has a number. */
function detailOf(row: Row | undefined): string {
	const number = row !== undefined && 'revision' in row ? String(row.revision) : '';
	return number === '' || number === '0' ? '' : `, rev ${number}`;
}
