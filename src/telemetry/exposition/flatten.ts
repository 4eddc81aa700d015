/** The engine copies a part of a text that is shorter than this, and keeps the whole text alive for a longer one. */
const PART_LENGTH = 13;

/** Copies a part out of a text, so that who keeps it does not keep four megabytes. */
export function flattened(part: string): string {
	return part.length < PART_LENGTH ? part : Buffer.from(part, 'utf16le').toString('utf16le');
}

/** The same for parts that come again and again: each different one is copied once. */
export function createFlattener(): (part: string) => string {
	const copies = new Map<string, string>();
	return part => {
		if (part.length < PART_LENGTH) return part;
		const known = copies.get(part);
		if (known !== undefined) return known;
		const copy = flattened(part);
		copies.set(copy, copy);
		return copy;
	};
}
