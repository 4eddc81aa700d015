import xterm from '@xterm/headless';
import stringWidth from 'string-width';

/** How one cell looks. Colours are numbers of the 256-colour table; absent attributes are off. */
export interface GridCell {
	/** The character; `''` in the right half of a wide one, and a blank where nothing was written. */
	readonly text: string;
	readonly foreground?: number;
	readonly background?: number;
	readonly bold?: true;
	readonly dim?: true;
	readonly italic?: true;
	readonly underline?: true;
	readonly inverse?: true;
}

export interface Grid {
	/** Resolves when the terminal has obeyed all of it. */
	write(data: string | Uint8Array): Promise<void>;
	/** The rows as a person sees them, without trailing blanks. */
	text(): string[];
	cell(x: number, y: number): GridCell;
	readonly cursor: {readonly x: number; readonly y: number};
	/** What would have scrolled out at the top; a full-screen program keeps it 0. */
	readonly scrolledRows: number;
	resize(columns: number, rows: number): void;
	dispose(): void;
}

/**
 * A terminal without a window. xterm counts emoji as one cell unless `emoji` is 'wide', which is what newer terminals do:
 * a screen must come out right in both.
 */
export function createGrid(columns: number, rows: number, emoji: 'narrow' | 'wide' = 'narrow'): Grid {
	const terminal = new xterm.Terminal({cols: columns, rows, scrollback: 1000, allowProposedApi: true});
	if (emoji === 'wide') {
		terminal.unicode.register(WIDE_EMOJI);
		terminal.unicode.activeVersion = WIDE_EMOJI.version;
	}
	return {
		write: data => new Promise(resolve => terminal.write(data, resolve)),
		text() {
			const {active} = terminal.buffer;
			return Array.from({length: terminal.rows}, (_, y) => {
				return (
					active
						.getLine(active.baseY + y)
						?.translateToString(true)
						.trimEnd() ?? ''
				);
			});
		},
		cell(x, y) {
			const {active} = terminal.buffer;
			const cell = active.getLine(active.baseY + y)?.getCell(x);
			if (cell === undefined) throw new RangeError(`no cell ${x},${y}`);
			return {
				text: cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
				...(cell.isFgDefault() ? {} : {foreground: cell.getFgColor()}),
				...(cell.isBgDefault() ? {} : {background: cell.getBgColor()}),
				...(cell.isBold() === 0 ? {} : {bold: true as const}),
				...(cell.isDim() === 0 ? {} : {dim: true as const}),
				...(cell.isItalic() === 0 ? {} : {italic: true as const}),
				...(cell.isUnderline() === 0 ? {} : {underline: true as const}),
				...(cell.isInverse() === 0 ? {} : {inverse: true as const}),
			};
		},
		get cursor() {
			const {active} = terminal.buffer;
			return {x: active.cursorX, y: active.cursorY};
		},
		get scrolledRows() {
			return terminal.buffer.active.baseY;
		},
		resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
		dispose: () => terminal.dispose(),
	};
}

/** A table of widths for xterm; its properties hold `joins` in bit 0 and the width in bits 1 and 2. */
const WIDE_EMOJI = {
	version: 'wide-emoji',
	wcwidth: (codePoint: number): 0 | 1 | 2 => {
		if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return 0;
		const width = stringWidth(String.fromCodePoint(codePoint));
		return width === 0 ? 0 : width === 1 ? 1 : 2;
	},
	charProperties(codePoint: number, before: number): number {
		const width = this.wcwidth(codePoint);
		const widthBefore = (before >> 1) & 3;
		return width === 0 && widthBefore > 0 ? (widthBefore << 1) | 1 : width << 1;
	},
};
