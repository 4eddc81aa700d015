import type {Cancel} from '../../lib/clock.ts';
import type {KubeObject} from '../objects.ts';
import {resources, type Resource} from '../resources.ts';
import type {ObjectOf} from './object-types.ts';

export interface Change {
	readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
	readonly resource: Resource;
	/** As it is now; for a deletion as it was, with the version of the deletion. */
	readonly object: KubeObject;
	readonly before: KubeObject | undefined;
	readonly version: number;
}

/** All objects of the cluster under one counter of versions. What it holds is never modified, only replaced. */
export interface Store {
	readonly version: number;
	get<Plural extends string>(plural: Plural, namespace: string, name: string): ObjectOf<Plural> | undefined;
	/** Of one namespace, or all when it is empty; sorted by namespace and name, as the real one pages. */
	list<Plural extends string>(plural: Plural, namespace?: string): ObjectOf<Plural>[];
	/** Objects whose controller has that uid. */
	ownedBy<Plural extends string>(uid: string | undefined, plural: Plural): ObjectOf<Plural>[];
	/** Takes the object over, gives it the next version, and tells everybody. */
	put(resource: Resource, object: KubeObject): KubeObject;
	remove(resource: Resource, object: KubeObject): void;
	onChange(listener: (change: Change) => void): Cancel;
}

/** A real cluster has counted far before we come: version 1 is always too old. */
export const FIRST_VERSION = 1_000_000;

export function createStore(): Store {
	const shelves = new Map(resources.map(({plural}) => [plural, createShelf()]));
	const owned = new Map<string, Set<string>>();
	const listeners = new Set<(change: Change) => void>();
	let version = FIRST_VERSION;

	const shelfOf = (plural: string): Shelf => {
		const shelf = shelves.get(plural);
		if (shelf === undefined) throw new Error(`no such resource: ${plural}`);
		return shelf;
	};
	const tell = (change: Change): void => {
		for (const listener of listeners) listener(change);
	};

	return {
		get version() {
			return version;
		},
		get<Plural extends string>(plural: Plural, namespace: string, name: string) {
			return shelfOf(plural).objects.get(`${namespace}/${name}`) as ObjectOf<Plural> | undefined;
		},
		list<Plural extends string>(plural: Plural, namespace = '') {
			const shelf = shelfOf(plural);
			shelf.sortedKeys ??= [...shelf.objects.keys()].toSorted();
			const keys =
				namespace === '' ? shelf.sortedKeys : shelf.sortedKeys.filter(key => key.startsWith(`${namespace}/`));
			return keys.map(key => shelf.objects.get(key)).filter(object => object !== undefined) as ObjectOf<Plural>[];
		},
		ownedBy<Plural extends string>(uid: string | undefined, plural: Plural) {
			const {objects} = shelfOf(plural);
			const keys = owned.get(`${plural} ${uid}`) ?? [];
			return [...keys].map(key => objects.get(key)).filter(object => object !== undefined) as ObjectOf<Plural>[];
		},
		put(resource, object) {
			const shelf = shelfOf(resource.plural);
			const key = keyOf(object);
			const before = shelf.objects.get(key);
			version += 1;
			object.metadata.resourceVersion = String(version);
			shelf.objects.set(key, object);
			if (before === undefined) shelf.sortedKeys = undefined;
			const owner = ownerKeyOf(resource, object);
			if (owner !== undefined) owned.set(owner, (owned.get(owner) ?? new Set()).add(key));
			tell({type: before === undefined ? 'ADDED' : 'MODIFIED', resource, object, before, version});
			return object;
		},
		remove(resource, object) {
			const shelf = shelfOf(resource.plural);
			const key = keyOf(object);
			const before = shelf.objects.get(key);
			if (before === undefined) return;
			version += 1;
			shelf.objects.delete(key);
			shelf.sortedKeys = undefined;
			const owner = ownerKeyOf(resource, before);
			if (owner !== undefined) forget(owned, owner, key);
			const last = {...before, metadata: {...before.metadata, resourceVersion: String(version)}};
			tell({type: 'DELETED', resource, object: last, before, version});
		},
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** Where an object is kept: `NAMESPACE/NAME`, the namespace empty for what has none. */
export function keyOf(object: KubeObject): string {
	return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

interface Shelf {
	readonly objects: Map<string, KubeObject>;
	/** Until something comes or goes. */
	sortedKeys: readonly string[] | undefined;
}

function createShelf(): Shelf {
	return {objects: new Map(), sortedKeys: undefined};
}

/** Owners may change only with the object's name, so what is found under this key is right. */
function ownerKeyOf(resource: Resource, object: KubeObject): string | undefined {
	const owner = object.metadata.ownerReferences?.find(reference => reference.controller);
	return owner === undefined ? undefined : `${resource.plural} ${owner.uid}`;
}

function forget(owned: Map<string, Set<string>>, owner: string, key: string): void {
	const keys = owned.get(owner);
	keys?.delete(key);
	if (keys?.size === 0) owned.delete(owner);
}
