import {maskedValue} from '../lib/mask.ts';
import type {ConfigReference, ContainerSpec, EnvVariable} from '../model/pod-spec.ts';
import {changeOf, type TemplateChange} from './template-change.ts';

/** What differs between the settings of two versions of one container: variables one by one, then the sources of many. */
export function diffEnvironment(before: ContainerSpec, after: ContainerSpec): readonly TemplateChange[] {
	// Of two with one name the later counts, as for the kubelet.
	const old = new Map(before.env.map(variable => [variable.name, variable]));
	const now = new Map(after.env.map(variable => [variable.name, variable]));
	const names = new Set([...now.keys(), ...old.keys()]);
	return [
		...[...names].flatMap(name => variableChange(name, old.get(name), now.get(name))),
		...sourcesChange(before.envFrom, after.envFrom),
	];
}

function variableChange(
	name: string,
	before: EnvVariable | undefined,
	after: EnvVariable | undefined,
): readonly TemplateChange[] {
	if (keyOf(before) === keyOf(after)) return [];
	return [changeOf(`env ${name}`, variableText(before), variableText(after))];
}

function keyOf(variable: EnvVariable | undefined): string {
	return variable === undefined ? '' : JSON.stringify([variable.value, variable.from]);
}

function variableText(variable: EnvVariable | undefined): string {
	if (variable === undefined) return '';
	const {name, value, from} = variable;
	if (from !== undefined) return `${from.key} of ${configName(from)}`;
	// A field of the pod or of its resources.
	if (value === undefined) return 'a field of the pod';
	return value === '' ? 'empty' : maskedValue(name, value);
}

/** ConfigMaps and Secrets that are taken over whole. */
function sourcesChange(
	before: readonly ConfigReference[],
	after: readonly ConfigReference[],
): readonly TemplateChange[] {
	const [old, now] = [before.map(configName), after.map(configName)];
	const [gone, come] = [old.filter(name => !now.includes(name)), now.filter(name => !old.includes(name))];
	// A name with the hash of its content is another name for the same thing.
	if (gone.length === 1 && come.length === 1) return [changeOf('settings from', gone[0] ?? '', come[0] ?? '')];
	return [
		...come.map(name => changeOf('settings from', '', name)),
		...gone.map(name => changeOf('settings from', name, '')),
	];
}

/** `configmap api`, `secret db`. */
export function configName({kind, name}: ConfigReference): string {
	return `${kind} ${name}`;
}
