import type {ObjectRef} from '../model/finding.ts';
import type {Line} from '../terminal/line.ts';
import type {DocumentPane, Go, PaneInput, Size} from './contract.ts';
import {findKey, wholeText} from './document/document.ts';
import {createPage, type PageRow} from './document/page.ts';
import {GUTTER_CELLS, marked, paintRow} from './document/paint.ts';
import {foundLines, nextFound, NO_SEARCH, parseSearch, type Search} from './document/search.ts';
import {sliceLine} from './document/wrap.ts';
import type {Move} from './table/state.ts';
import type {Theme} from './theme/theme.ts';

/** One document on one page: how far it was read, what is folded, and what is searched in it. It keeps that while it is covered. */
export interface DocumentScreen {
	readonly shape: 'document';
	/** What its pane was given last. */
	readonly input: PaneInput;
	/** The object that it tells about. */
	readonly object: ObjectRef;
	/** What files end with that it is saved to. */
	readonly ending: string;
	/** `1-36 of 143`; empty when all is on the screen. */
	readonly position: string;
	/** As typed after `/`. */
	readonly search: string;
	/** `3 of 17`: where the cursor is among what was found; empty without a search. */
	readonly found: string;
	/** Searches while it is typed: the cursor goes to the first place from where it was when the search began. */
	seek(text: string): void;
	/** The place after, or before. False when there is none. */
	seekOn(step: 1 | -1): boolean;
	move(move: Move): void;
	/** Puts the cursor on the line with that key. */
	goTo(key: string): void;
	/** Where `enter` leads; without a place, it folds. */
	open(): Go | undefined;
	toggleWrap(): void;
	/** What is worth copying of the line under the cursor. */
	line(): string;
	/** All of it, what is folded too. */
	whole(): string;
	/** Takes what is new in the world. */
	update(input: PaneInput): void;
	paint(size: Size, focused: boolean): readonly Line[];
}

export function createDocumentScreen(pane: DocumentPane, first: PaneInput, theme: Theme): DocumentScreen {
	const page = createPage(pane.wraps);
	let input = first;
	let search: Search = NO_SEARCH;
	/** The line from which a search begins. */
	let seekFrom = 0;
	/** What was found and where: of this document, with these lines shown. */
	let found: {readonly in: readonly number[]; readonly lines: readonly number[]} | undefined;

	const foundNow = (): readonly number[] => {
		if (found?.in !== page.shown) found = {in: page.shown, lines: foundLines(page.document, page.shown, search)};
		return found.lines;
	};
	const paintPageRow = (row: PageRow, width: number): Line => {
		const {document} = page;
		const {line, range, indent, isCurrent, folded} = row;
		const styled = marked(document.styledAt(line, theme), search.rangesIn(document.textAt(line)), theme);
		const isStale = input.world.connection.phase === 'trouble';
		const aside = folded === 0 ? '' : `${theme.glyphs.ellipsis} ${folded} ${folded === 1 ? 'line' : 'lines'}`;
		return paintRow(sliceLine(styled, range), {isCurrent, isStale, indent, aside}, width, theme);
	};

	return {
		shape: 'document',
		get input() {
			return input;
		},
		get object() {
			return pane.object(input.argument);
		},
		ending: pane.ending,
		get position() {
			return page.position;
		},
		get search() {
			return search.text;
		},
		get found() {
			if (search.text === '') return '';
			const lines = foundNow();
			const index = lines.findLastIndex(line => line <= page.line);
			return lines.length === 0 ? 'nothing' : `${Math.max(index, 0) + 1} of ${lines.length}`;
		},
		seek(text) {
			if (search.text === '') seekFrom = page.line;
			search = parseSearch(text);
			found = undefined;
			if (text !== '') page.goTo(nextFound(foundNow(), seekFrom - 1, 1) ?? seekFrom);
		},
		seekOn(step) {
			const line = nextFound(foundNow(), page.line, step);
			if (line !== undefined) page.goTo(line);
			return line !== undefined;
		},
		move(move) {
			page.move(move);
			seekFrom = page.line;
		},
		goTo(key) {
			const line = findKey(page.document, key, 0);
			if (line >= 0) page.goTo(line);
		},
		open() {
			const object = page.document.objectAt(page.line);
			if (object !== undefined) return {to: 'pane', pane: {id: 'describe', argument: object}};
			return page.fold() ? undefined : {to: 'nothing', because: 'nothing stands below this line'};
		},
		toggleWrap: () => page.toggleWrap(),
		line: () => page.document.copyAt(page.line),
		whole: () => wholeText(page.document),
		update(next) {
			input = next;
			page.take(pane.read(input, page.document));
		},
		paint({width, height}) {
			const notice = pane.notice(input);
			const rows = Math.max(height - (notice === undefined ? 0 : 1), 0);
			page.resize({width: Math.max(width - GUTTER_CELLS, 0), height: rows});
			const painted = page.rows().map(row => paintPageRow(row, width));
			if (notice === undefined) return painted;
			return [[{text: ` ${notice.text}`, style: theme.tones[notice.tone]}], ...painted];
		},
	};
}
