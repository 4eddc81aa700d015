/** The newest so many of what has a time; most come in its order. */
export interface Newest<T extends {readonly at: number}> {
	put(one: T): void;
	replace(old: T, by: T): void;
	/** The newest first. */
	list(): readonly T[];
}

export function createNewest<T extends {readonly at: number}>(most: number): Newest<T> {
	/** The oldest first. */
	const kept: T[] = [];
	return {
		put(one) {
			let place = kept.length;
			while (place > 0 && (kept[place - 1]?.at ?? 0) > one.at) place -= 1;
			if (place === 0 && kept.length >= most) return;
			kept.splice(place, 0, one);
			if (kept.length > most) kept.shift();
		},
		replace(old, by) {
			const place = kept.indexOf(old);
			if (place !== -1) kept[place] = by;
		},
		list: () => kept.toReversed(),
	};
}
