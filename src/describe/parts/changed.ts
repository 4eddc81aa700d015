import type {V1ManagedFieldsEntry, V1ObjectMeta} from '@kubernetes/client-node';
import {listOf, textOf, timeAt} from '../../kinds/json.ts';
import type {Wire} from '../../model/wire.ts';
import type {Entry, Section} from '../contract.ts';
import type {Known} from '../known.ts';
import {atMost, word} from '../words.ts';

/** An object that more programs write is a battlefield; the newest count. */
const CHANGES_MAX = 12;

/** Names of fields of one change. */
const FIELDS_MAX = 8;

/** Who changed what, the newest first: each program's last change, as the API server notes it. */
export function changeSection(metadata: Wire<V1ObjectMeta> | undefined, known: Known): Section {
	const changes = listOf(metadata?.managedFields)
		.map(field => ({field, at: timeAt(field.time) ?? 0}))
		.toSorted((a, b) => b.at - a.at);
	const createdAt = timeAt(metadata?.creationTimestamp) ?? 0;
	const created: Entry = {
		label: '',
		words: [{text: createdAt === 0 ? '–' : known.clock(createdAt), cells: 9, tone: 'muted'}, word('created')],
	};
	return {
		title: 'CHANGED',
		entries: [
			...atMost(changes, CHANGES_MAX, ({field, at}) => ({
				label: '',
				words: [
					{text: at === 0 ? '–' : known.clock(at), cells: 9, tone: 'muted'},
					word(`${textOf(field.manager) || 'somebody'}: `),
					word(fieldsText(field)),
				],
			})),
			created,
		],
	};
}

function fieldsText({fieldsV1, subresource}: Wire<V1ManagedFieldsEntry>): string {
	const names = fieldsOf(fieldsV1).slice(0, FIELDS_MAX);
	const more = fieldsOf(fieldsV1).length - names.length;
	const part = textOf(subresource);
	const whole = names.join(', ') || part || 'nothing any more';
	return more > 0 ? `${whole} and ${more} more` : whole;
}

/**
 * The fields that it set: the outermost, and those of `spec` and `metadata` by name, where all the news is.
 * `{"f:spec":{"f:replicas":{}}}` is `spec.replicas`.
 */
function fieldsOf(fields: unknown): readonly string[] {
	return children(fields).flatMap(([name, below]) => {
		if (name === 'status') return ['status'];
		const inner = name === 'spec' || name === 'metadata' ? children(below) : [];
		return inner.length === 0 ? [name] : inner.map(([child]) => `${name}.${child}`);
	});
}

function children(fields: unknown): readonly (readonly [string, unknown])[] {
	if (typeof fields !== 'object' || fields === null) return [];
	return Object.entries(fields).flatMap(([key, below]) =>
		key.startsWith('f:') ? [[textOf(key.slice(2), 100), below] as const] : [],
	);
}
