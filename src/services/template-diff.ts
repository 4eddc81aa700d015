import type {ContainerSpec, PodSpec} from '../model/pod-spec.ts';
import {diffContainers} from './template-container.ts';
import {diffEnvironment} from './template-environment.ts';
import {diffPod} from './template-pod.ts';
import {imageName} from './image-words.ts';
import type {TemplateChange} from './template-change.ts';

export type {TemplateChange} from './template-change.ts';

/**
 * What differs between two templates, as far as it can make pods behave differently. What explains most failures comes first: the
 * image, the containers, what they run, their settings, their resources, their probes, and then what surrounds them; of one sort,
 * the app containers come before the others. Equal templates are one object, and cost nothing.
 */
export function diffTemplates(before: PodSpec, after: PodSpec): readonly TemplateChange[] {
	if (before === after) return NO_CHANGES;
	const known = new Map(before.containers.map(container => [container.name, container]));
	const kept = after.containers.flatMap(container => {
		const old = known.get(container.name);
		known.delete(container.name);
		return old === undefined ? [] : [[old, container] as const];
	});
	const names = new Set(kept.map(([, {name}]) => name));
	const isOnly = new Set([...before.containers, ...after.containers].map(({name}) => name)).size <= 1;
	const changes = [
		...after.containers.filter(({name}) => !names.has(name)).map(container => addedOrRemoved(container, true)),
		...[...known.values()].map(container => addedOrRemoved(container, false)),
		...kept
			.toSorted(([, a], [, b]) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
			.flatMap(([old, container]) =>
				[...diffContainers(old, container), ...diffEnvironment(old, container)].map(change =>
					ofContainer(change, container, isOnly),
				),
			),
		...diffPod(before, after),
	];
	return changes.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const NO_CHANGES: readonly TemplateChange[] = [];

const ROLES: readonly ContainerSpec['role'][] = ['app', 'sidecar', 'init'];

/** The first word that a change is about, in the order in which failures come from them. */
const ORDER = ['image', 'container', 'init', 'sidecar', 'command', 'args', 'env', 'settings', 'memory', 'cpu'];
const PROBES = ['readiness', 'liveness', 'startup'];

function rankOf({what}: TemplateChange): number {
	const word = what.split(' ', 1)[0] ?? '';
	const index = [...ORDER, ...PROBES].indexOf(word);
	return index === -1 ? ORDER.length + PROBES.length : index;
}

function addedOrRemoved({name, role, image}: ContainerSpec, isAdded: boolean): TemplateChange {
	const what = role === 'app' ? `container ${name}` : `${role} container ${name}`;
	const text = imageName(image);
	const words = `${what} ${isAdded ? `added: ${text}` : 'removed'}`;
	return {what, container: name, before: isAdded ? '' : image, after: isAdded ? image : '', words};
}

/** Where there is one container, nobody needs its name. */
function ofContainer(change: TemplateChange, {name}: ContainerSpec, isOnly: boolean): TemplateChange {
	return {...change, container: name, words: isOnly ? change.words : `${name}: ${change.words}`};
}
