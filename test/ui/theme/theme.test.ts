import {describe, expect, test} from 'vitest';
import {asciiFor} from '../../../src/terminal/ascii.ts';
import {BOLD, DIM, INVERSE} from '../../../src/terminal/line.ts';
import {GLYPHS} from '../../../src/ui/theme/glyphs.ts';
import {createTheme, stale} from '../../../src/ui/theme/theme.ts';
import {palettes} from './palettes.ts';

const colours = createTheme({colors: true});

describe('both colours of trouble can be read, and told from the background', () => {
	test.each(palettes)('$name', ({background, brightRed, brightMagenta}) => {
		expect(contrast(brightRed, background)).toBeGreaterThanOrEqual(3);
		expect(contrast(brightMagenta, background)).toBeGreaterThanOrEqual(3);
	});

	test('and no other colour is used, and never one for a background', () => {
		const styles = [colours.tones, colours.marks, colours.selected].flatMap(group => Object.values(group));
		const used = new Set(styles.map(style => style?.foreground).filter(colour => colour !== undefined));
		expect(used).toEqual(new Set([9, 13]));
		expect(styles.filter(style => style?.background !== undefined)).toEqual([]);
	});
});

describe('a notation', () => {
	const {syntax} = createTheme({colors: true, table: true});
	const colourOf = {67: 0x5f87af, 136: 0xaf8700} as const;

	test.each(palettes)('can be read on $name', ({background}) => {
		for (const style of [syntax.key, syntax.value])
			expect(contrast(colourOf[style?.foreground as keyof typeof colourOf], background)).toBeGreaterThanOrEqual(
				3,
			);
	});

	test('has no colours where there are only sixteen, or none', () => {
		for (const theme of [colours, createTheme({colors: false, table: true})])
			expect(Object.values(theme.syntax).filter(style => style?.foreground !== undefined)).toEqual([]);
	});
});

describe('names that are told apart', () => {
	const {hues} = createTheme({colors: true, table: true});
	const steps = [0, 95, 135, 175, 215, 255];
	/** A colour of the cube of 6 x 6 x 6. */
	const colourOf = (index: number): number =>
		[36, 6, 1].reduce((colour, weight) => colour * 256 + (steps[Math.floor((index - 16) / weight) % 6] ?? 0), 0);

	test.each(palettes)('can be read on $name', ({background}) => {
		for (const {foreground = 0} of hues) expect(contrast(colourOf(foreground), background)).toBeGreaterThanOrEqual(3);
	});

	test('have no colours where there are only sixteen, or none', () => {
		expect(new Set(hues.map(({foreground}) => foreground)).size).toBe(8);
		expect([colours.hues, createTheme({colors: false, table: true}).hues]).toEqual([[], []]);
	});
});

describe('without colours', () => {
	const plain = createTheme({colors: false});
	test('trouble is bold and the row under the cursor inverse', () => {
		const styles = [plain.tones, plain.marks, plain.selected].flatMap(group => Object.values(group));
		expect(styles.filter(style => style?.foreground !== undefined)).toEqual([]);
		expect([plain.tones.doomed, plain.selected.doomed]).toEqual([{flags: BOLD}, {flags: INVERSE}]);
	});
});

describe('glyphs', () => {
	const all = Object.values(GLYPHS).flatMap(glyph =>
		typeof glyph === 'string' ? [glyph] : Object.values<string>(glyph),
	);

	test('each is one character with a stand-in of its own', () => {
		expect(all.filter(glyph => glyph.length !== 1 || (glyph !== '?' && asciiFor(glyph, 1) === '?'))).toEqual([]);
	});

	test('the marks can be told apart, in ASCII too', () => {
		const marks = Object.values(GLYPHS.marks);
		expect(new Set(marks).size).toBe(5);
		expect(marks.map(glyph => asciiFor(glyph, 1))).toEqual(['X', '!', '~', ' ', '?']);
	});
});

test('what is stale is dim besides', () => {
	expect([stale(undefined), stale({foreground: 9, flags: BOLD})]).toEqual([
		{flags: DIM},
		{foreground: 9, flags: BOLD | DIM},
	]);
});

/** WCAG 2's contrast ratio of two colours (0xrrggbb): 1 to 21. */
function contrast(a: number, b: number): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: number): number {
	const [red = 0, green = 0, blue = 0] = [16, 8, 0].map(shift => {
		const part = ((colour >> shift) & 255) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
