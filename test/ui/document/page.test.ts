import {expect, test} from 'vitest';
import {EMPTY_DOCUMENT} from '../../../src/ui/document/document.ts';
import {createPage, type Page} from '../../../src/ui/document/page.ts';
import type {Move} from '../../../src/ui/table/state.ts';
import {documentOf} from './texts.ts';

const numbered = (count: number, from = 0): readonly string[] =>
	Array.from({length: count}, (_, index) => `line ${from + index}`);

/** A page of ten rows of twenty cells. */
function open(lines: readonly string[], wraps = false): Page {
	const page = createPage(wraps);
	page.resize({width: 20, height: 10});
	page.take(documentOf(lines.join('\n')));
	return page;
}
const go = (page: Page, ...moves: readonly Move[]): void => moves.forEach(move => page.move(move));
const textsOf = ({rows, document}: Page): readonly string[] =>
	rows().map(({line, range: [start, end], isCurrent}) => {
		return `${isCurrent ? '▸' : ' '}${document.textAt(line).slice(start, end)}`;
	});
const rowOf = (page: Page): number => page.rows().findIndex(({isCurrent}) => isCurrent);

test('it tells what of it is on the screen, unless that is all', () => {
	const page = open(numbered(30));
	expect([page.position, textsOf(page)[0], textsOf(page).length]).toEqual(['1-10 of 30', '▸line 0', 10]);
	go(page, 'last');
	expect(page.position).toBe('21-30 of 30');
	expect(open(numbered(10)).position).toBe('');
	expect(open(numbered(0)).position).toBe('');
});

test('what comes in above moves nothing that one reads; at the beginning one sees what comes', () => {
	const page = open(numbered(100));
	go(page, 'page-down', 'page-down', 'down', 'down');
	const before = textsOf(page);
	page.take(documentOf([...numbered(7, 500), ...numbered(100)].join('\n')));
	expect(textsOf(page)).toEqual(before);

	const start = open(numbered(100));
	start.take(documentOf(['new', ...numbered(100)].join('\n')));
	expect(textsOf(start)[0]).toBe('▸new');
	go(start, 'down', 'down');
	start.take(documentOf(['newer', 'new', ...numbered(100)].join('\n')));
	expect([textsOf(start)[0], textsOf(start)[rowOf(start)]]).toEqual([' newer', '▸line 1']);
});

test('the cursor stays in sight, however much comes between it and the top', () => {
	const page = open(numbered(20));
	go(page, 'down', 'down');
	page.take(documentOf(['line 0', ...numbered(50, 500), ...numbered(19, 1)].join('\n')));
	expect(textsOf(page)[rowOf(page)]).toBe('▸line 2');
});

test('when its line is gone the cursor stays where that was, and within the text', () => {
	const page = open(numbered(30));
	go(page, 'last');
	page.take(documentOf(numbered(5).join('\n')));
	expect(textsOf(page)).toEqual([' line 0', ' line 1', ' line 2', ' line 3', '▸line 4']);
});

test('the place is kept while there is nothing to show', () => {
	const page = open(numbered(100));
	go(page, 'page-down', 'page-down');
	const before = page.line;
	page.take(EMPTY_DOCUMENT);
	expect([textsOf(page), page.position]).toEqual([[], '']);
	page.take(documentOf(numbered(100).join('\n')));
	expect(page.line).toBe(before);
});

test('folding hides what is below, and going there opens it', () => {
	const page = open(['a+', ' b', ' c', 'd']);
	expect(page.rows().map(({line, folded}) => [line, folded])).toEqual([
		[0, 2],
		[3, 0],
	]);
	page.goTo(2);
	expect(textsOf(page)).toEqual([' a+', '  b', '▸ c', ' d']);
	expect(page.fold()).toBe(false);
	page.goTo(0);
	expect([page.fold(), textsOf(page)]).toEqual([true, ['▸a+', ' d']]);
});

test('long lines break when they shall, and the cursor keeps its line', () => {
	const page = open(['one two three four five six', 'b']);
	expect(textsOf(page)).toEqual(['▸one two three four five six', ' b']);
	go(page, 'down');
	page.toggleWrap();
	expect(textsOf(page)).toEqual([' one two three four', ' five six', '▸b']);
	page.resize({width: 10, height: 3});
	expect(textsOf(page)).toEqual([' four', ' five six', '▸b']);
	expect(page.rows()[0]?.indent).toBe(2);
});

test('a screen without room shows nothing', () => {
	const page = open(numbered(5));
	page.resize({width: 0, height: 0});
	go(page, 'down', 'page-down', 'last', 'first');
	expect(page.rows()).toEqual([]);
});
