import type {V1Container, V1EnvFromSource, V1EnvVar} from '@kubernetes/client-node';
import {maskedValue} from '../../lib/mask.ts';
import {listOf, textOf} from '../../kinds/json.ts';
import type {Wire} from '../../model/wire.ts';
import type {Entry, Word} from '../contract.ts';
import type {Known} from '../known.ts';
import {atMost, entry, word} from '../words.ts';

/** Beyond, nobody reads them here: `y` has them all. */
const VARIABLES_MAX = 100;

/** A connection string is shorter; a certificate is not for this place. */
const VALUE_CHARS_MAX = 400;

/**
 * The settings of a container. What looks like a secret is masked, what comes from a Secret is only named, and what is named and
 * not there is marked.
 */
export function environmentEntries(
	{env, envFrom}: Pick<Wire<V1Container>, 'env' | 'envFrom'>,
	namespace: string,
	known: Known,
): readonly Entry[] {
	const sources = listOf(envFrom).map(source => sourceWords(source, namespace, known));
	const variables = listOf(env).map(variable => variableWords(variable, namespace, known));
	return atMost([...sources, ...variables], VARIABLES_MAX, (words, index) => entry(index === 0 ? 'env' : '', words));
}

/** A ConfigMap or Secret that is taken over whole. */
function sourceWords(
	{configMapRef, secretRef, prefix}: Wire<V1EnvFromSource>,
	namespace: string,
	known: Known,
): readonly Word[] {
	const [kind, reference] = secretRef ? (['secret', secretRef] as const) : (['configmap', configMapRef] as const);
	const as = textOf(prefix) === '' ? '' : `, as ${textOf(prefix)}…`;
	return [word(`all of ${configName(kind, reference?.name)}${as}`), ...missing(kind, reference, namespace, known)];
}

function variableWords({name, value, valueFrom}: Wire<V1EnvVar>, namespace: string, known: Known): readonly Word[] {
	const label: Word = {text: `${textOf(name)} `, tone: 'accent'};
	const {configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef} = valueFrom ?? {};
	if (secretKeyRef ?? configMapKeyRef) {
		const [kind, reference] = secretKeyRef
			? (['secret', secretKeyRef] as const)
			: (['configmap', configMapKeyRef] as const);
		const from = `${textOf(reference?.key)} of ${configName(kind, reference?.name)}`;
		return [label, word(from), ...missing(kind, reference, namespace, known)];
	}
	if (fieldRef) return [label, word(`${textOf(fieldRef.fieldPath)} of the pod`)];
	if (resourceFieldRef) return [label, word(`${textOf(resourceFieldRef.resource)} of the container`)];
	if (valueFrom) return [label, word('from elsewhere', 'muted')];
	const text = textOf(value, VALUE_CHARS_MAX);
	return [label, text === '' ? word('empty', 'muted') : word(maskedValue(textOf(name), text))];
}

/** `Secret api-database` */
export function configName(kind: 'configmap' | 'secret', name: unknown): string {
	return `${kind === 'secret' ? 'Secret' : 'ConfigMap'} ${textOf(name)}`;
}

/** What is not there keeps a container from starting, unless it is optional. Only a whole list proves that it is not there. */
export function missing(
	kind: 'configmap' | 'secret',
	reference: {readonly name?: unknown; readonly key?: unknown; readonly optional?: unknown} | undefined,
	namespace: string,
	known: Known,
): readonly Word[] {
	const isOptional = reference?.optional === true;
	const optional = isOptional ? [word(' (optional)', 'muted')] : [];
	if (known.blindness(kind, namespace) !== undefined) return optional;
	const name = textOf(reference?.name);
	let keys: readonly string[] | undefined;
	for (const row of known.rows(kind)) {
		if (row.name !== name || row.namespace !== namespace) continue;
		const key = textOf(reference?.key);
		keys = 'keys' in row ? row.keys : undefined;
		if (keys === undefined || key === '' || keys.includes(key)) return optional;
	}
	const what = keys === undefined ? 'there is none' : 'there is no such key';
	return [word(` (${what}${isOptional ? ', but it is optional' : ''})`, isOptional ? 'muted' : 'struggling')];
}
