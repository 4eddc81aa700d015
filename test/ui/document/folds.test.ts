import {expect, test} from 'vitest';
import {findKey} from '../../../src/ui/document/document.ts';
import {isClosed, NO_FOLDS, opened, shownLines, toggled} from '../../../src/ui/document/folds.ts';
import {foundLines, nextFound, NO_SEARCH, parseSearch} from '../../../src/ui/document/search.ts';
import {documentOf} from './texts.ts';

const document = documentOf('a\nb+\n  c\n  d+\n    e\n  f\ng');

test('what starts closed is hidden with all below it, until it is opened', () => {
	expect(shownLines(document, NO_FOLDS)).toEqual([0, 1, 6]);
	const folds = toggled(document, 1, NO_FOLDS) ?? NO_FOLDS;
	expect(shownLines(document, folds)).toEqual([0, 1, 2, 3, 5, 6]);
	expect(isClosed(document, 1, folds)).toBe(false);
	expect(shownLines(document, toggled(document, 1, folds) ?? NO_FOLDS)).toEqual([0, 1, 6]);
});

test('a line that nothing stands below cannot be folded', () => {
	expect(toggled(document, 0, NO_FOLDS)).toBe(undefined);
	expect(isClosed(document, 2, NO_FOLDS)).toBe(false);
});

test('a line is shown by opening all that stands above it, and nothing else', () => {
	expect(shownLines(document, opened(document, 4, NO_FOLDS))).toEqual([0, 1, 2, 3, 4, 5, 6]);
	expect(opened(document, 6, NO_FOLDS)).toBe(NO_FOLDS);
});

test('folds are remembered by what they are, and no more than a thousand', () => {
	const many = documentOf(Array.from({length: 1500}, (_, index) => `${index}\n x`).join('\n'));
	let folds = NO_FOLDS;
	for (let line = 0; line < 3000; line += 2) folds = toggled(many, line, folds) ?? folds;
	expect(folds.size).toBe(1000);
	expect(shownLines(many, folds)).toHaveLength(2000);
});

test('a document that goes in circles is walked through all the same', () => {
	expect(shownLines({...documentOf('a+\n b\nc'), endAt: line => (line === 0 ? 2 : 0)}, NO_FOLDS)).toEqual([0, 2]);
});

test('a thing is found again where it has gone, the nearest first', () => {
	const moved = documentOf('x\ny\na\nb\na');
	expect([findKey(moved, 'a', 0), findKey(moved, 'a', 4), findKey(moved, 'z', 2)]).toEqual([2, 4, -1]);
});

test('a search finds what is shown; what is folded only when there is nothing else', () => {
	const shown = shownLines(document, NO_FOLDS);
	expect(foundLines(document, shown, parseSearch('[abcg]'))).toEqual([0, 1, 6]);
	expect(foundLines(document, shown, parseSearch('e'))).toEqual([4]);
	expect(foundLines(document, shown, parseSearch('E'))).toEqual([4]);
	expect(foundLines(document, shown, NO_SEARCH)).toEqual([]);
});

test('it goes on over the end', () => {
	expect([nextFound([1, 5], 1, 1), nextFound([1, 5], 5, 1), nextFound([1, 5], 1, -1)]).toEqual([5, 1, 5]);
	expect(nextFound([], 3, 1)).toBe(undefined);
});

test('what is no regex, or one that could take for ever, is searched letter by letter', () => {
	expect(parseSearch('a(').problem).toMatch(/searched literally/);
	expect(parseSearch('(a+)+b').problem).toMatch(/too long/);
	expect(parseSearch('a(').rangesIn('xa(b')).toEqual([[1, 3]]);
	expect(parseSearch('x'.repeat(1000)).text).toHaveLength(500);
});

test('long lines are searched whole, unless a search could take long on them', () => {
	const text = `${'x'.repeat(10_000)}needle`;
	expect(parseSearch('needle').rangesIn(text)).toEqual([[10_000, 10_006]]);
	const startedAt = performance.now();
	parseSearch('x*y*z*needle').rangesIn('x'.repeat(1_000_000));
	expect(performance.now() - startedAt).toBeLessThan(1000);
});
