import {beforeEach, describe, expect, test} from 'vitest';
import {BOLD, INVERSE} from '../../src/terminal/line.ts';
import type {Line, Rect} from '../../src/terminal/line.ts';
import {createScreen} from '../../src/terminal/screen.ts';
import type {Screen, ScreenOptions} from '../../src/terminal/screen.ts';
import {createGrid} from '../support/grid.ts';
import type {Grid} from '../support/grid.ts';

const BEGIN = '\x1B[?2026h';
const END = '\x1B[?2026l';
const CLEAR = '\x1B[?25l\x1B[m\x1B[H\x1B[J';

/** A screen, and each of its writes. */
function record(options: Partial<ScreenOptions> = {}): {screen: Screen; writes: string[]} {
	const writes: string[] = [];
	const write = (text: string): boolean => {
		writes.push(text);
		return true;
	};
	return {screen: createScreen({columns: 20, rows: 4, colors: '256', write, ...options}), writes};
}

/** What one change costs after everything before it was sent. */
function sentBy(screen: Screen, writes: string[], change: () => void): string | undefined {
	screen.flush();
	writes.length = 0;
	change();
	const bytes = screen.flush();
	expect(writes.length).toBeLessThanOrEqual(1);
	expect(bytes).toBe(Buffer.byteLength(writes.join('')));
	return writes[0];
}

const ALL: Rect = {x: 0, y: 0, width: 20, height: 4};

describe('what is sent', () => {
	test('the first flush clears and draws', () => {
		const {screen, writes} = record();
		screen.base('ab\n\n  c');
		expect(screen.flush()).toBe(Buffer.byteLength(writes.join('')));
		expect(writes).toEqual([`${BEGIN}${CLEAR}ab\x1B[3;3Hc${END}`]);
	});

	test.each<[name: string, before: string, after: string, sent: string | undefined]>([
		['nothing when nothing changed', 'abc', 'abc', undefined],
		['nothing when only an invisible colour changed', 'a b', 'a\x1B[31m \x1B[39mb', undefined],
		['one cell', 'abc', 'axc', '\x1B[1;2Hx'],
		['the first cell of a row', '\nabc', '\nxbc', '\x1B[2Hx'],
		['small gaps again', 'abcdef', 'xbcdey', '\x1B[Hxbcdey'],
		['larger gaps by a movement', 'abcdefgh', 'xbcdefgy', '\x1B[Hx\x1B[6Cy'],
		['a gap in another style by a movement', 'a\x1B[1mbc\x1B[22md', 'x\x1B[1mbc\x1B[22my', '\x1B[Hx\x1B[2Cy'],
		['the end of a row by an erasure', 'abcdefgh', 'abc', '\x1B[1;4H\x1B[K'],
		['few blanks at the right edge as blanks', 'x'.repeat(20), 'x'.repeat(18), '\x1B[1;19H  '],
		['a style set and reset', 'abc', 'a\x1B[1mb\x1B[22mc', '\x1B[1;2H\x1B[1mb\x1B[m'],
		['one style change for words of a colour', 'a', '\x1B[31mred words\x1B[39m', '\x1B[H\x1B[31mred words\x1B[m'],
		[
			'the shorter way between styles',
			'',
			'\x1B[1;31ma\x1B[22mb\x1B[0;34mc',
			'\x1B[H\x1B[1;31ma\x1B[22mb\x1B[34mc\x1B[m',
		],
		[
			'the last column, then the next row by its address',
			'',
			`${'x'.repeat(20)}\ny`,
			`\x1B[H${'x'.repeat(20)}\x1B[2Hy`,
		],
		['both halves of a wide character', 'ab日c', 'ab本c', '\x1B[1;3H本'],
		['the neighbour of a character whose width is disputed', 'ab c', 'a❤ c', '\x1B[1;2H❤\x1B[1;3H '],
		['an emoji over blanks, and what follows by its address', 'a', 'a👍b', '\x1B[1;2H  \x1B[1;2H👍\x1B[1;4Hb'],
		['a link as its words', '', '\x1B]8;;https://x\x07go\x1B]8;;\x07', '\x1B[Hgo'],
	])('%s', (_, before, after, sent) => {
		const {screen, writes} = record();
		screen.base(before);
		expect(sentBy(screen, writes, () => screen.base(after))).toBe(
			sent === undefined ? undefined : `${BEGIN}${sent}${END}`,
		);
	});

	test('a line that is the same object is not looked at', () => {
		const {screen, writes} = record();
		let looks = 0;
		const line: Line = [
			{
				get text() {
					looks++;
					return 'abc';
				},
			},
		];
		screen.paint('table', ALL, [line, []]);
		screen.flush();
		looks = 0;
		const sent = sentBy(screen, writes, () => screen.paint('table', ALL, [line, [{text: 'x'}]]));
		expect([looks, sent]).toEqual([0, `${BEGIN}\x1B[2Hx${END}`]);
	});

	test.each([
		['none', '\x1B[H\x1B[1ma\x1B[m'],
		['16', '\x1B[H\x1B[1;91ma\x1B[m'],
		['256', '\x1B[H\x1B[1;38;5;196ma\x1B[m'],
	] as const)('with %s colours a bold red is as near as it can be', (colors, sent) => {
		const {screen, writes} = record({colors});
		const paint = (): void => screen.paint('a', ALL, [[{text: 'a', style: {foreground: 196, flags: BOLD}}]]);
		expect(sentBy(screen, writes, paint)).toBe(`${BEGIN}${sent}${END}`);
	});

	test('colours that do not exist are left out', () => {
		const {screen, writes} = record();
		const style = {foreground: 256, background: -1, flags: 1 << 10};
		expect(sentBy(screen, writes, () => screen.paint('a', ALL, [[{text: 'a', style}]]))).toBe(
			`${BEGIN}\x1B[Ha${END}`,
		);
	});

	test('a terminal without UTF-8 gets ASCII of the same width', () => {
		const {screen, writes} = record({ascii: true});
		screen.paint('a', ALL, [[{text: '┌─┐│ ✖ … é 日x👍y q\u0316 ▂Û'}]]);
		screen.flush();
		expect(screen.text()[0]).toBe('+-+| X ~ e ??x??y q');
		expect(writes.join('')).toMatch(/^[\0-\x7E]*$/);
	});
});

describe('layers', () => {
	test('paint lies over the base, covers over paint, and what is left out is blank', () => {
		const {screen} = record();
		screen.base('aaaaaaaa\nbbbbbbbb\ncccccccc\ndddddddd');
		screen.paint('pane', {x: 2, y: 1, width: 4, height: 2}, [[{text: '1234567'}]]);
		expect(screen.text()).toEqual(['aaaaaaaa', 'bb1234bb', 'cc    cc', 'dddddddd']);
		screen.cover([{x: 4, y: 0, width: 9, height: 3}]);
		expect(screen.text()).toEqual(['aaaaaaaa', 'bb12bbbb', 'cc  cccc', 'dddddddd']);
		screen.cover([]);
		screen.paint('pane', {x: 0, y: 3, width: 4, height: 2}, [[{text: 'x'}]]);
		expect(screen.text()).toEqual(['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'x   dddd']);
		screen.unpaint('pane');
		expect(screen.text()).toEqual(['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd']);
	});

	test('the paint whose id came first lies below, also after it was painted again', () => {
		const {screen} = record();
		screen.paint('first', ALL, [[{text: 'first'}]]);
		screen.paint('second', {...ALL, width: 2}, [[{text: '22'}]]);
		screen.paint('first', ALL, [[{text: 'FIRST'}]]);
		expect(screen.text()[0]).toBe('22RST');
	});

	test('a rectangle beyond the screen is clipped, an endless one too', () => {
		const {screen} = record();
		screen.paint('pane', {x: -2, y: -1, width: 1e9, height: Infinity}, [[{text: 'gone'}], [{text: 'abcdef'}]]);
		screen.paint('none', {x: 3, y: 0, width: -5, height: -1}, [[{text: 'no'}]]);
		expect(screen.text()).toEqual(['abcdef', '', '', '']);
	});

	test('half a wide character that is left over becomes a blank', () => {
		const {screen} = record();
		screen.base('日本語日本語');
		screen.paint('pane', {x: 1, y: 0, width: 4, height: 1}, [[{text: '12日'}]]);
		expect(screen.text()[0]).toBe(' 12日 日本語');
	});

	test('a span of a megabyte is looked at only as far as it can be seen', () => {
		const {screen} = record();
		screen.paint('pane', ALL, [[{text: '\x1B[m'.repeat(400_000)}, {text: 'x'.repeat(1_000_000)}]]);
		expect(screen.text()[0]).toBe('x'.repeat(20));
	});

	test('hostile text in a frame and in a line moves nothing', async () => {
		const {screen, writes} = record();
		screen.base('one\x1B[2J\x1B[9;9Htwo\x07\n\x1B]0;title\x07three');
		screen.paint('pane', {x: 0, y: 2, width: 20, height: 2}, [
			[{text: 'a\r\n\x1B[Hb\u202Ec'}, {text: '\u0301d'}],
			[{text: '\x9B2Je\0f'}],
		]);
		screen.flush();
		const grid = createGrid(20, 4);
		await grid.write(writes.join(''));
		const shown = ['onetwo␇', 'three', 'a b�cd', 'e␀f'];
		expect([screen.text(), grid.text()]).toEqual([shown, shown]);
	});
});

describe('size, cursor and pace', () => {
	test('after another size everything is drawn anew', () => {
		const {screen, writes} = record();
		screen.base('abc\ndef');
		screen.paint('pane', {x: 4, y: 0, width: 4, height: 1}, [[{text: 'pane'}]]);
		expect(sentBy(screen, writes, () => screen.resize(6, 1))).toBe(`${BEGIN}${CLEAR}abc pa${END}`);
		expect(sentBy(screen, writes, () => screen.resize(0, Number.NaN))).toBe(`${BEGIN}${CLEAR}a${END}`);
	});

	test('a size that no terminal has is brought within bounds', () => {
		const {screen} = record({columns: 1e9, rows: 1e9});
		expect(screen.text()).toHaveLength(500);
	});

	test('a repaint clears and draws all', () => {
		const {screen, writes} = record();
		screen.base('abc');
		expect(sentBy(screen, writes, () => screen.repaint())).toBe(`${BEGIN}${CLEAR}abc${END}`);
		expect(sentBy(screen, writes, () => {})).toBe(undefined);
	});

	test('the cursor is shown, kept in place while others draw, moved and hidden', () => {
		const {screen, writes} = record();
		const sent = (change: () => void): string | undefined => sentBy(screen, writes, change);
		expect([
			sent(() => screen.cursor({x: 3, y: 1})),
			sent(() => screen.cursor({x: 3, y: 1})),
			sent(() => screen.base('a')),
			sent(() => screen.cursor({x: 99, y: 0})),
			sent(() => screen.repaint()),
			sent(() => screen.cursor(undefined)),
			sent(() => screen.cursor(undefined)),
		]).toEqual([
			`${BEGIN}\x1B[2;4H\x1B[?25h${END}`,
			undefined,
			`${BEGIN}\x1B[Ha\x1B[2;4H${END}`,
			`${BEGIN}\x1B[1;20H${END}`,
			`${BEGIN}${CLEAR}a\x1B[1;20H\x1B[?25h${END}`,
			`${BEGIN}\x1B[?25l${END}`,
			undefined,
		]);
	});

	test('while the terminal is behind nothing is sent, then only what is true by then', () => {
		const answers = [true, false];
		const writes: string[] = [];
		const write = (text: string): boolean => {
			writes.push(text);
			return answers.shift() ?? true;
		};
		const {screen} = record({write});
		screen.base('a');
		screen.flush();
		screen.base('ab');
		screen.flush();
		screen.base('abc');
		expect(screen.flush()).toBe(0);
		screen.base('abd');
		expect(screen.flush()).toBe(0);
		expect(writes.splice(0)).toHaveLength(2);
		const bytes = screen.drained();
		expect(writes).toEqual([`${BEGIN}\x1B[1;3Hd${END}`]);
		expect(bytes).toBe(Buffer.byteLength(writes.join('')));
		expect(screen.drained()).toBe(0);
	});
});

/** A table as the program paints it: bold header, coloured cells, a selected row. */
describe('bytes at 200 x 50', () => {
	const RECT: Rect = {x: 0, y: 5, width: 200, height: 40};
	let screen: Screen;
	let grid: Grid;
	let writes: string[];

	const row = (number: number, age = 7): Line => [
		{text: ` ✖ api-${(number * 7919).toString(36)}-${(number * 104_729).toString(36)}`.padEnd(60)},
		{
			text: number % 7 === 0 ? 'CrashLoopBackOff' : 'Running         ',
			style: {foreground: number % 7 === 0 ? 1 : 2},
		},
		{text: `${number % 4}/3`.padStart(12)},
		{text: `${number * 37}m`.padStart(12), style: {flags: BOLD}},
		{text: `10.0.${number}.${number * 3}`.padStart(20)},
		{text: `ip-10-0-${number}-12.internal`.padStart(50)},
		{text: `${age}m`.padStart(29)},
	];
	const rows = (first: number): Line[] => Array.from({length: 40}, (_, index) => row(first + index));
	const selected = (line: Line): Line => [{text: line.map(({text}) => text).join(''), style: {flags: INVERSE}}];

	beforeEach(() => {
		({screen, writes} = record({columns: 200, rows: 50}));
		grid = createGrid(200, 50);
	});

	test('one changed cell costs at most 60, a selection 450, a scrolled row 6,000, and the terminal shows them', async () => {
		const table = rows(1);
		screen.base(`header\n\n${'─'.repeat(200)}`);
		screen.paint('table', RECT, table);
		const costOf = (lines: readonly Line[]): number => {
			screen.paint('table', RECT, lines);
			return screen.flush();
		};
		screen.flush();
		const cell = costOf(table.with(3, row(4, 8)));
		const first = costOf(table.with(3, selected(row(4))));
		const moved = costOf(table.with(4, selected(row(5))));
		const scrolled = costOf(rows(2));
		const same = costOf(rows(2));
		expect(cell).toBeLessThanOrEqual(60);
		expect(first).toBeLessThanOrEqual(250);
		expect(moved).toBeLessThanOrEqual(450);
		expect(scrolled).toBeLessThanOrEqual(6000);
		expect(same).toBe(0);
		await grid.write(writes.join(''));
		expect(grid.text()).toEqual(screen.text());
	});
});
