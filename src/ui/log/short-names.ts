/**
 * What tells pods apart in as few characters as can be: the end of the name (`x2xkq`), with its workload before it where pods of
 * several are shown (`api-x2xkq`); more of it where that is not enough. By name; each is another one.
 */
export function shortNames(pods: Iterable<string>): ReadonlyMap<string, string> {
	const names = [...new Set(pods)];
	const stems = new Set(names.map(stemOf));
	const short = new Map(names.map(name => [name, shortOf(name, stems.size > 1)]));
	const times = Map.groupBy(short.values(), text => text);
	for (const [name, text] of short) if ((times.get(text)?.length ?? 0) > 1) short.set(name, longer(name, text));
	const isDistinct = new Set(short.values()).size === short.size;
	return isDistinct ? short : new Map(names.map(name => [name, name]));
}

/** `api` of `api-7f9c5d-x2xkq`, of `api-x2xkq` and of `api-0`. */
function stemOf(name: string): string {
	return /^(.+)-[a-z0-9]{5,10}-[a-z0-9]{5}$/.exec(name)?.[1] ?? /^(.+)-(?:[a-z0-9]{5}|\d+)$/.exec(name)?.[1] ?? name;
}

function shortOf(name: string, isMixed: boolean): string {
	const stem = stemOf(name);
	const tail = name.slice(name.lastIndexOf('-') + 1);
	if (stem === name) return name;
	// A bare number is no name.
	return isMixed || /^\d+$/.test(tail) ? `${stem}-${tail}` : tail;
}

/** With the part before it: two pods of two revisions may end alike. */
function longer(name: string, text: string): string {
	const parts = name.split('-');
	const count = text.split('-').length + 1;
	return parts.slice(-count).join('-');
}
