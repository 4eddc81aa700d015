import {describe, expect, test} from 'vitest';
import {sanitize} from '../../src/terminal/sanitize.ts';

const HOSTILE: readonly [name: string, text: string, shown: string][] = [
	['plain ASCII stays', 'GET /api 200 {"a": 1}', 'GET /api 200 {"a": 1}'],
	[
		'letters of other scripts stay',
		'Größe Привет Ελλάδα 日本語 한국어 ไทย عربي',
		'Größe Привет Ελλάδα 日本語 한국어 ไทย عربي',
	],
	['boxes, blocks and signs stay', '┌─┐▁▂█ ✖ … ● ◐ ▼', '┌─┐▁▂█ ✖ … ● ◐ ▼'],
	['colours vanish', '\x1B[1;31mred\x1B[0m', 'red'],
	['colours with colons vanish', '\x1B[38:2::255:0:0mred\x1B[m', 'red'],
	['cursor movements vanish', 'a\x1B[2J\x1B[1;1Hb\x1B[?1049lc', 'abc'],
	['a window title vanishes', '\x1B]0;owned\x07text', 'text'],
	['a write to the clipboard vanishes', 'a\x1B]52;c;cm0gLXJm\x1B\\b', 'ab'],
	['a link leaves its words', '\x1B]8;;https://evil.example\x1B\\click\x1B]8;;\x1B\\', 'click'],
	['a device control string vanishes', 'a\x1BP1$r0m\x1B\\b', 'ab'],
	['APC, PM and SOS vanish', 'a\x1B_x\x1B\\b\x1B^y\x1B\\c\x1BXz\x1B\\d', 'abcd'],
	['8-bit introducers work like 7-bit ones', 'a\x9B31mb\x9D0;title\x07c\x90q\x9Cd', 'abcd'],
	['a string without an end cannot hide the rest', 'a\x1B]0;the rest', 'a0;the rest'],
	['a reset and a charset switch vanish', 'a\x1Bcb\x1B(0c\x1B#8d', 'abcd'],
	['an escape at the end vanishes', 'text\x1B', 'text'],
	['an unfinished CSI vanishes', 'text\x1B[1;3', 'text'],
	['an escape inside a sequence begins a new one', '\x1B[3\x1B[31mred', 'red'],
	['line feeds and tabs become blanks', 'a\nb\tc\r\nd\u2028e\u2029f\x85g', 'a b c d e f g'],
	['a carriage return cannot write over the line', 'evil\rgood', 'evil good'],
	['control characters show their picture', '\0\x07\b\x7F', '␀␇␈␡'],
	['8-bit controls are shown as broken', 'a\x84b', 'a�b'],
	['marks that turn the direction are shown', 'a\u202Eb\u202C \u2066c\u2069 \u200E\u200F\u061C', 'a�b� �c� ���'],
	['zero-width blanks are shown', 'pay\u200Bpal\u2060', 'pay�pal�'],
	['a byte order mark at the start vanishes', '\uFEFF{}', '{}'],
	['a byte order mark elsewhere is shown', 'a\uFEFFb', 'a�b'],
	['lone surrogates are shown as broken', 'a\uD800b\uDC00', 'a�b�'],
	['unassigned characters are shown as broken', '\u0378\uFFFF\u{10FFFF}', '���'],
	['tag characters are shown as broken', 'a\u{E0041}b', 'a�b'],
	['a family falls apart into its members', '👨‍👩‍👧', '👨👩👧'],
	['a skin tone vanishes', '👍🏽!', '👍!'],
	['a text sign stays a text sign', '❤️ ⚠️', '❤ ⚠'],
	['a flag becomes its letters', '🇩🇪', 'DE'],
	['a key cap becomes its digit', '1️⃣', '1'],
	['letters are composed with their marks', 'e\u0301 o\u0302\u0301', 'é ố'],
	['conjoining Hangul is composed', '\u1112\u1161\u11AB', '한'],
	['a heap of marks is cut to three', `x${'\u0316'.repeat(500)}y`, `x${'\u0316'.repeat(3)}y`],
	['Hangul fillers are shown', 'a\u3164b\u115Fc', 'a�b�c'],
];

describe('sanitize', () => {
	test.each(HOSTILE)('%s', (_, text, shown) => {
		expect(sanitize(text)).toBe(shown);
		expect(sanitize(shown)).toBe(shown);
	});

	test('nothing that a terminal obeys is left of random bytes', () => {
		const everything = Array.from({length: 0x3000}, (_, code) =>
			String.fromCharCode(code, (code * 7919) % 0x2100),
		).join('');
		expect(sanitize(everything)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
	});

	test.each([
		['escapes without an end', '\x1B['],
		['strings without an end', '\x1B]'],
		['8-bit strings without an end', '\x9D'],
		['parameters without an end', '\x1B[1;1;1;1 '],
		['marks in falling order', '\u0301\u0316'],
		['a single string', 'x'],
	])('a megabyte of %s takes time linear in its length', (_, piece) => {
		// Quadratic work would take minutes, and the time limit of a test is seconds.
		const text = `\x1B]${piece.repeat(1_000_000 / piece.length)}`;
		expect(sanitize(text).length).toBeLessThanOrEqual(text.length);
	});
});
