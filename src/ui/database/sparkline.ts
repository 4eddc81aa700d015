/**
 * A series as heights: `▂▂▃▅█`; blank where nothing was measured. Where there are fewer cells than figures, each cell has the most
 * of its figures, so that no peak is lost.
 * @param most what the full height stands for, unless a figure is more
 * @param heights from nothing to the most
 */
export function sparkline(
	series: readonly (number | undefined)[],
	cells: number,
	most: number,
	heights: readonly string[],
): string {
	const count = Math.min(Math.max(cells, 0), series.length);
	const top = Math.max(most, 1, ...series.map(figure => figure ?? 0));
	return Array.from({length: count}, (_, cell) => {
		const from = Math.floor((cell * series.length) / count);
		const own = series.slice(from, Math.floor(((cell + 1) * series.length) / count));
		const known = own.filter(figure => figure !== undefined);
		if (known.length === 0) return ' ';
		return heights[Math.ceil((Math.max(...known, 0) / top) * (heights.length - 1))] ?? ' ';
	}).join('');
}
