/** Values in named groups, each under an id: the pods of an owner, the slices of a Service. */
export interface Groups<V> {
	/** Puts a value into a group, in the place of the one with the same id; undefined takes that away. */
	set(group: string, id: string, value: V | undefined): void;
	/** In the order of arrival. */
	of(group: string): Iterable<V>;
}

export function createGroups<V>(): Groups<V> {
	const groups = new Map<string, Map<string, V>>();
	return {
		set(group, id, value) {
			const members = groups.get(group);
			if (value === undefined) {
				members?.delete(id);
				// An empty group would stay for ever: owners come and go with every rollout.
				if (members?.size === 0) groups.delete(group);
			} else if (members === undefined) groups.set(group, new Map([[id, value]]));
			else members.set(id, value);
		},
		of: group => groups.get(group)?.values() ?? [],
	};
}
