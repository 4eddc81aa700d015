import type {Tone} from '../../../kinds/contract.ts';
import type {Entry, Section, Word} from '../../../describe/contract.ts';
import type {ObjectRef} from '../../../model/finding.ts';
import type {Line, Span} from '../../../terminal/line.ts';
import {sanitize} from '../../../terminal/sanitize.ts';
import {width as cellsOf} from '../../../terminal/width.ts';
import type {Document} from '../../document/document.ts';
import {GLYPHS} from '../../theme/glyphs.ts';
import type {Theme} from '../../theme/theme.ts';

/** Where texts begin: right of the labels. */
const TEXT_COLUMN = 16;

/** Labels stand below their title, a little to the right of it. */
const LABEL_INDENT = 2;

/** A description is for reading; longer parts have bounds of their own. */
const LINES_MAX = 5000;

/** Of one text: a message of a webhook may be pages long, and `y` has it whole. */
const TEXT_CHARS_MAX = 4096;

interface DescribedLine {
	readonly key: string;
	readonly pieces: readonly Piece[];
	readonly text: string;
	/** Where its columns begin, from left to right. */
	readonly columns: readonly number[];
	readonly object: ObjectRef | undefined;
	/** Lines of its section that come after it, when it is the first. */
	readonly below: number;
}

interface Piece {
	readonly text: string;
	readonly tone: Tone | 'title' | undefined;
	/** What comes next begins at a place of its own. */
	readonly isColumn: boolean;
}

/** Sections as a text: titles at the left edge, labels below them, what is said in a column beside both. */
export function describedDocument(sections: readonly Section[]): Document {
	const lines = sections.flatMap(section => sectionLines(section)).slice(0, LINES_MAX);
	const at = (line: number): DescribedLine | undefined => lines[line];
	return {
		length: lines.length,
		textAt: line => at(line)?.text ?? '',
		styledAt: (line, theme) => styledLine(at(line)?.pieces ?? [], theme),
		hangAt: (line, columns) => hangOf(at(line)?.columns ?? [], columns),
		endAt: line => Math.min(line + 1 + (at(line)?.below ?? 0), lines.length),
		startsClosed: () => false,
		keyAt: line => at(line)?.key ?? '',
		copyAt: line => at(line)?.text.slice(TEXT_COLUMN).trim() ?? '',
		objectAt: line => at(line)?.object,
	};
}

function sectionLines({title, entries}: Section): readonly DescribedLine[] {
	const seen = new Map<string, number>();
	const lines: DescribedLine[] = [];
	const [first] = entries;
	// What has no label of its own stands beside the title; what has one, below it.
	if (title !== '' && first?.label !== '')
		lines.push(lineOf(title, [{text: title, tone: 'title', isColumn: false}], undefined, 0));
	for (const [index, entry] of entries.entries()) {
		const isBeside = index === 0 && entry.label === '' && title !== '';
		const number = seen.get(entry.label) ?? 0;
		seen.set(entry.label, number + 1);
		const label = isBeside ? title : entry.label;
		const key = `${title}/${entry.label}/${number}`;
		lines.push(lineOf(key, piecesOf(entry, label, title === '' ? 0 : TEXT_COLUMN, isBeside), entry.object, 0));
	}
	const [head, ...rest] = lines;
	return head === undefined ? [] : [{...head, below: title === '' ? 0 : rest.length}, ...rest];
}

function lineOf(key: string, pieces: readonly Piece[], object: ObjectRef | undefined, below: number): DescribedLine {
	const columns: number[] = [];
	let cells = 0;
	for (const piece of pieces) {
		cells += cellsOf(piece.text);
		if (piece.isColumn) columns.push(cells);
	}
	return {key, pieces, text: pieces.map(({text}) => text).join(''), columns, object, below};
}

/** Without a title, what has no label begins at the left edge. */
function piecesOf({words, label: own}: Entry, label: string, column: number, isTitle: boolean): readonly Piece[] {
	const indent = isTitle || label === '' ? 0 : LABEL_INDENT;
	const width = own === '' && column === 0 ? 0 : TEXT_COLUMN;
	const lead = `${' '.repeat(indent)}${sanitize(label)}`;
	const gap = ' '.repeat(Math.max(width - cellsOf(lead), lead.trim() === '' || width === 0 ? 0 : 2));
	const tone = isTitle ? 'title' : 'muted';
	return [
		...(lead === '' && gap === '' ? [] : [{text: lead + gap, tone, isColumn: true} as const]),
		...words.map(pieceOf),
	];
}

function pieceOf({text, tone, mark, cells = 0}: Word): Piece {
	const sign = mark === undefined ? '' : mark === 'healthy' ? GLYPHS.healthy : GLYPHS.marks[mark];
	const said = sanitize(text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}…` : text);
	const shown = sign === '' || said === '' ? `${sign}${said}` : `${sign}${said.startsWith(' ') ? '' : ' '}${said}`;
	// A column that is too narrow for one text pushes what is right of it.
	const blanks = cells === 0 ? 0 : Math.max(cells - cellsOf(shown), 1);
	return {text: shown + ' '.repeat(blanks), tone, isColumn: cells > 0};
}

/** Below the last column that leaves more than half of the row; on a narrow screen most of it is for the text. */
function hangOf(columns: readonly number[], width: number): number {
	const least = columns.length === 0 ? LABEL_INDENT : Math.min(TEXT_COLUMN, Math.floor(width / 3));
	return columns.findLast(column => column >= least && column <= width * 0.45) ?? least;
}

function styledLine(pieces: readonly Piece[], theme: Theme): Line {
	return pieces.map(({text, tone}): Span => {
		if (tone === undefined) return {text};
		return {text, style: tone === 'title' ? theme.title : theme.tones[tone]};
	});
}
