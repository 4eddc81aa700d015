import {describe, expect, test} from 'vitest';
import {BOLD, DIM, INVERSE, ITALIC, UNDERLINE} from '../../src/terminal/line.ts';
import type {Style} from '../../src/terminal/line.ts';
import {packStyle, sgrBetween} from '../../src/terminal/style-bits.ts';
import {createGrid} from '../support/grid.ts';

const STYLES: readonly Style[] = [
	{},
	{flags: BOLD},
	{flags: DIM},
	{flags: BOLD | DIM},
	{flags: ITALIC | UNDERLINE | INVERSE},
	{foreground: 0},
	{foreground: 9, flags: BOLD},
	{foreground: 200, background: 7},
	{background: 8},
	{background: 255, flags: BOLD | UNDERLINE},
	{foreground: 15, background: 0, flags: DIM | INVERSE},
];

test('from any style to any other the terminal ends up in the other', async () => {
	const grid = createGrid(2, 1);
	for (const from of STYLES) {
		for (const to of STYLES) {
			const [fromBits, toBits] = [packStyle(from, '256'), packStyle(to, '256')];
			const change = sgrBetween(fromBits, toBits);
			await grid.write(`\x1B[m${sgrBetween(0, fromBits)}${change}\x1B[Hx`);
			const changed = grid.cell(0, 0);
			await grid.write(`\x1B[m${sgrBetween(0, toBits)}\x1B[Hx`);
			expect([from, to, changed]).toEqual([from, to, grid.cell(0, 0)]);
			expect(change.length).toBeLessThanOrEqual(Math.max(3, sgrBetween(0, toBits).length + 2));
		}
	}
	grid.dispose();
});

test.each([
	[{foreground: 1}, {foreground: 1, flags: BOLD}, '\x1B[1m'],
	[{foreground: 1, flags: BOLD}, {foreground: 1}, '\x1B[22m'],
	[{flags: BOLD | DIM}, {flags: DIM}, '\x1B[0;2m'],
	[{foreground: 1, flags: BOLD | DIM}, {foreground: 1, flags: DIM}, '\x1B[22;2m'],
	[{foreground: 1, flags: BOLD}, {}, '\x1B[m'],
	[{foreground: 12}, {foreground: 99}, '\x1B[38;5;99m'],
	[{background: 3}, {foreground: 4}, '\x1B[0;34m'],
	[{background: 3, foreground: 4}, {background: 11, foreground: 12}, '\x1B[94;103m'],
	[{flags: INVERSE}, {flags: INVERSE}, ''],
] as const)('the way from %j to %j is %j', (from, to, sequence) => {
	expect(sgrBetween(packStyle(from, '256'), packStyle(to, '256'))).toBe(sequence);
});

describe('with 16 colours', () => {
	test.each([
		['black', 16, 0],
		['a dark red', 88, 1],
		['bright red', 196, 9],
		['green', 34, 2],
		['orange', 208, 9],
		['bright yellow', 226, 11],
		['blue', 20, 12],
		['white', 231, 15],
		['a dark grey', 238, 8],
		['a light grey', 250, 7],
		['the darkest grey', 232, 0],
		['the lightest grey', 255, 15],
		['one of the 16 itself', 6, 6],
	])('%s of the table is shown as the nearest', (_, color, nearest) => {
		expect(packStyle({foreground: color}, '16')).toBe(packStyle({foreground: nearest}, '16'));
	});
});
