import type {ServiceRow} from './service-row.ts';

/** All services in the order of namespace and name; the list is a new one only after something changed. */
export interface Board {
	get(uid: string): ServiceRow | undefined;
	/** Puts in or replaces these, and takes away those that are undefined. */
	update(changed: ReadonlyMap<string, ServiceRow | undefined>): void;
	readonly services: readonly ServiceRow[];
}

export function createBoard(): Board {
	const byUid = new Map<string, ServiceRow>();
	let services: readonly ServiceRow[] = [];
	return {
		get: uid => byUid.get(uid),
		update(changed) {
			let [hasChanged, hasMoved] = [false, false];
			for (const [uid, service] of changed) {
				const before = byUid.get(uid);
				if (service === before) continue;
				hasChanged = true;
				hasMoved ||= before === undefined || service === undefined;
				if (service === undefined) byUid.delete(uid);
				else byUid.set(uid, service);
			}
			if (hasMoved) services = [...byUid.values()].toSorted(byName);
			// Names and namespaces of an object never change: each stays in its place.
			else if (hasChanged) services = services.map(service => byUid.get(service.uid) ?? service);
		},
		get services() {
			return services;
		},
	};
}

/** An object that was replaced by one of the same name may still be there beside it: the older first. */
function byName(a: ServiceRow, b: ServiceRow): number {
	if (a.namespace !== b.namespace) return a.namespace < b.namespace ? -1 : 1;
	if (a.name !== b.name) return a.name < b.name ? -1 : 1;
	return a.createdAt - b.createdAt || (a.uid < b.uid ? -1 : 1);
}
