import type {V1ObjectMeta} from '@kubernetes/client-node';
import {maskedValue} from '../../lib/mask.ts';
import {mapOf, textOf} from '../../kinds/json.ts';
import type {Wire} from '../../model/wire.ts';
import type {Section} from '../contract.ts';
import {atMost, entry, word} from '../words.ts';

const LABELS_MAX = 50;
const VALUE_CHARS_MAX = 300;

export function labelSection(metadata: Wire<V1ObjectMeta> | undefined): Section {
	return mapSection('LABELS', mapOf(metadata?.labels));
}

/** What `kubectl apply` noted is the object itself once more: `y` has it, folded. */
export function annotationSection(metadata: Wire<V1ObjectMeta> | undefined): Section {
	const annotations = Object.entries(mapOf(metadata?.annotations)).filter(
		([name]) => name !== 'kubectl.kubernetes.io/last-applied-configuration',
	);
	return mapSection('ANNOTATIONS', Object.fromEntries(annotations));
}

/** Pairs of texts; what looks like a secret is masked. */
function mapSection(title: string, map: Readonly<Record<string, string>>): Section {
	return {
		title,
		entries: atMost(Object.entries(map), LABELS_MAX, ([name, value]) =>
			entry('', [word(`${name} `, 'muted'), word(maskedValue(name, textOf(value, VALUE_CHARS_MAX)))]),
		),
	};
}
