/** Longer words are compared by their beginning: nobody mistypes a word at its sixty-fifth letter. */
const LETTERS_MAX = 64;

/**
 * The word that was probably meant: one that starts with what was typed, else the one with the fewest slips
 * (a letter missing, added, wrong, or two swapped: at most two, and at most one in words of up to three letters).
 * The earlier of equals wins; undefined when nothing is near. Case is ignored.
 */
export function nearest(typed: string, words: Iterable<string>): string | undefined {
	const wanted = typed.toLowerCase().slice(0, LETTERS_MAX);
	if (wanted === '') return undefined;
	const limit = wanted.length <= 3 ? 1 : 2;
	let best: string | undefined;
	let bestDistance = Infinity;
	let extended: string | undefined;
	for (const word of words) {
		const candidate = word.toLowerCase().slice(0, LETTERS_MAX);
		if (candidate.startsWith(wanted)) extended ??= word;
		if (Math.abs(candidate.length - wanted.length) > limit) continue;
		const slips = slipsBetween(...apart(wanted, candidate));
		// The first letter is seldom the wrong one: `pds` is rather `pods` than `ds`.
		const distance = slips + (candidate[0] === wanted[0] ? 0 : 0.5);
		if (slips <= limit && distance < bestDistance) [best, bestDistance] = [word, distance];
	}
	return bestDistance <= 1 ? best : (extended ?? best);
}

/** Two words without the beginning and the end that they share: names of one team differ in a few letters of many. */
function apart(a: string, b: string): [string, string] {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** Damerau-Levenshtein distance (optimal string alignment), three rows of the matrix at a time. */
function slipsBetween(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) slips = Math.min(slips, at(beforeLast, j - 2) + 1);
			row.push(slips);
		}
		[beforeLast, last] = [last, row];
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
