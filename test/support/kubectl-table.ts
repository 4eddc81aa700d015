/** The rows of a table that kubectl printed with its header, by column: a cell begins where its title does. */
export function readTable(text: string): readonly Readonly<Record<string, string>>[] {
	const [header = '', ...lines] = text.split('\n').filter(line => line.trim() !== '');
	const titles = [...header.matchAll(/\S+(?: \S+)*/g)].map(match => ({title: match[0], start: match.index}));
	return lines.map(line =>
		Object.fromEntries(
			titles.map(({title, start}, index) => [title, line.slice(start, titles[index + 1]?.start).trim()]),
		),
	);
}
