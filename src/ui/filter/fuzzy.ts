/**
 * Where the letters of `wanted` (in lower case) stand in the text in that order, with others between them; undefined when
 * they do not. The first places are taken: one pass, whatever the text.
 */
export function fuzzyPositions(wanted: string, text: string): readonly number[] | undefined {
	const lower = text.toLowerCase();
	const positions: number[] = [];
	let from = 0;
	for (let i = 0; i < wanted.length; i++) {
		const position = lower.indexOf(wanted.charAt(i), from);
		if (position < 0) return undefined;
		positions.push(position);
		from = position + 1;
	}
	return positions;
}
