/** Something with a place in the order of time. */
export interface Timed {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Which of two of the same time comes first. */
	readonly seq: number;
}

/** Below 0 when the first comes first; 0 for one and the same. */
export function byTime(a: Timed, b: Timed): number {
	return a.at - b.at || a.seq - b.seq;
}

/** The place of the first that does not come before `place`, in a list that is in order. */
export function indexByTime(list: readonly Timed[], place: Timed): number {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const at = list[middle];
		if (at !== undefined && byTime(at, place) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Puts a batch into a list, both in order. What of the list is older than the batch is not touched: a batch that is the newest costs
 * its own length, one that is older than most costs the length of the list once.
 */
export function mergeByTime<T extends Timed>(list: T[], batch: readonly T[]): void {
	const [first] = batch;
	if (first === undefined) return;
	const from = indexByTime(list, first);
	let left = list.length - 1;
	let right = batch.length - 1;
	for (const added of batch) list.push(added);
	if (from > left) return;
	for (let to = list.length - 1; right >= 0; to--) {
		const [old, added] = [left >= from ? list[left] : undefined, batch[right]];
		if (added === undefined) return;
		if (old !== undefined && byTime(old, added) > 0) {
			list[to] = old;
			left -= 1;
		} else {
			list[to] = added;
			right -= 1;
		}
	}
}
