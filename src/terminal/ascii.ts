/** Stand-ins for the signs that our own screens use; one cell each. The eight heights of a sparkline stay distinct. */
const STAND_INS = new Map(
	Object.entries({
		'-': '─━┄–—▃',
		'|': '│┃┆',
		'+': '┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛┣┫┳┻╋▅',
		'~': '…',
		'.': '·▁░',
		':': '▂',
		'=': '═▄',
		'#': '▇',
		'*': '●•✔✓▆',
		o: '○◐◑◒◓',
		X: '✖✗✘×',
		'>': '›▶▸→»',
		'<': '‹◀◂←«',
		'^': '▲△↑',
		v: '▼▽↓',
		'@': '↻↺█',
	}).flatMap(([ascii, signs]) => [...signs].map((sign): [string, string] => [sign, ascii])),
);

/** What to print for one character on a terminal without UTF-8: ASCII of the same width, letters without their accents. */
export function asciiFor(character: string, cells: 1 | 2): string {
	if (cells === 2) return '??';
	const plain = STAND_INS.get(character) ?? character.normalize('NFD').charAt(0);
	return /^[ -~]$/.test(plain) ? plain : '?';
}
