import {formatAge} from '../lib/age.ts';
import type {PodSpec, Toleration, VolumeSpec} from '../model/pod-spec.ts';
import {changeOf, type TemplateChange} from './template-change.ts';
import {configName} from './template-environment.ts';

/** What differs around the containers: volumes, where pods may run, who they are, how they end. */
export function diffPod(before: PodSpec, after: PodSpec): readonly TemplateChange[] {
	return [
		...volumesChange(before.volumes, after.volumes),
		...FIELDS.flatMap(field => fieldChange(field, before, after)),
	];
}

type Field = readonly [what: string, text: (spec: PodSpec) => string];

const FIELDS: readonly Field[] = [
	['service account', ({serviceAccount}) => serviceAccount || 'default'],
	['pull secrets', ({pullSecrets}) => pullSecrets.join(', ') || 'none'],
	['node selector', ({nodeSelector}) => labelsText(nodeSelector) || 'none'],
	['node affinity', ({nodeAffinity}) => nodeAffinity.join(' or ') || 'none'],
	['tolerations', ({tolerations}) => tolerations.map(tolerationText).join(', ') || 'none'],
	['priority class', ({priorityClass}) => priorityClass || 'none'],
	['readiness gates', ({readinessGates}) => readinessGates.join(', ') || 'none'],
	['grace period', ({graceMs}) => formatAge(graceMs)],
	['restart policy', ({restartPolicy}) => restartPolicy],
];

function fieldChange([what, text]: Field, before: PodSpec, after: PodSpec): readonly TemplateChange[] {
	const [old, now] = [text(before), text(after)];
	return old === now ? [] : [changeOf(what, old, now)];
}

function volumesChange(before: readonly VolumeSpec[], after: readonly VolumeSpec[]): readonly TemplateChange[] {
	const [old, now] = [volumeTexts(before), volumeTexts(after)];
	return [...new Set([...now.keys(), ...old.keys()])].flatMap(name => {
		const [was, is] = [old.get(name) ?? '', now.get(name) ?? ''];
		return was === is ? [] : [changeOf(`volume ${name}`, was, is)];
	});
}

/** A projected volume holds several; they are said together. */
function volumeTexts(volumes: readonly VolumeSpec[]): ReadonlyMap<string, string> {
	const texts = new Map<string, string>();
	for (const {name, config, claim} of volumes) {
		const text =
			config === undefined ? (claim === '' ? 'not from a config' : `claim ${claim}`) : configName(config);
		const known = texts.get(name);
		texts.set(name, known === undefined ? text : `${known}, ${text}`);
	}
	return texts;
}

function labelsText(labels: PodSpec['nodeSelector']): string {
	return Object.entries(labels)
		.map(([key, value]) => `${key}=${value}`)
		.toSorted()
		.join(', ');
}

export function tolerationText({key, operator, value, effect}: Toleration): string {
	const what = key === '' ? 'every taint' : operator === 'Exists' ? key : `${key}=${value}`;
	return effect === '' ? what : `${what}:${effect}`;
}
