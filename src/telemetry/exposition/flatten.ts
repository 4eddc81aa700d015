/** The engine copies a part of a text that is shorter than this, and keeps the whole text alive for a longer one. */
const PART_LENGTH = 13;

/** Copies parts out of a text, each different one once, so that what is kept of four megabytes does not keep four megabytes. */
export function createFlattener(): (part: string) => string {
	const copies = new Map<string, string>();
	return part => {
		if (part.length < PART_LENGTH) return part;
		const known = copies.get(part);
		if (known !== undefined) return known;
		const copy = Buffer.from(part, 'utf16le').toString('utf16le');
		copies.set(part, copy);
		return copy;
	};
}
