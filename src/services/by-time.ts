/** Things in the order of time; bounded, the oldest go first. */
export interface ByTime<T extends {readonly at: number}> {
	/** The oldest first. */
	readonly items: readonly T[];
	/** Returns the one that had to go, if one had to. */
	put(item: T): T | undefined;
	remove(item: T): void;
	/** Puts one into the place of another one of the same time. */
	replace(item: T, by: T): void;
}

export function createByTime<T extends {readonly at: number}>(itemsMax: number): ByTime<T> {
	const items: T[] = [];
	const indexOf = (item: T): number => {
		for (let index = placeAfter(items, item.at) - 1; index >= 0 && items[index]?.at === item.at; index--)
			if (items[index] === item) return index;
		return -1;
	};
	return {
		items,
		put(item) {
			items.splice(placeAfter(items, item.at), 0, item);
			return items.length > itemsMax ? items.shift() : undefined;
		},
		remove(item) {
			const index = indexOf(item);
			if (index >= 0) items.splice(index, 1);
		},
		replace(item, by) {
			const index = indexOf(item);
			if (index >= 0) items[index] = by;
		},
	};
}

/** The newest of several lists together, the newest first, of those that are wanted. */
export function newestOf<T extends {readonly at: number}>(
	lists: readonly (readonly T[])[],
	wanted: (item: T) => boolean,
	itemsMax: number,
): readonly T[] {
	const next = lists.map(list => list.length - 1);
	const newest: T[] = [];
	while (newest.length < itemsMax) {
		let [best, at] = [-1, -Infinity];
		for (const [number, list] of lists.entries()) {
			const item = list[next[number] ?? -1];
			if (item !== undefined && item.at > at) [best, at] = [number, item.at];
		}
		const item = lists[best]?.[next[best] ?? -1];
		if (item === undefined) break;
		next[best] = (next[best] ?? 0) - 1;
		if (wanted(item)) newest.push(item);
	}
	return newest;
}

/** Behind everything that is as old or older. */
function placeAfter(items: readonly {readonly at: number}[], at: number): number {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((items[middle]?.at ?? Infinity) <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}
