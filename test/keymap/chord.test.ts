import {describe, expect, test} from 'vitest';
import {formatChord, parseChord} from '../../src/keymap/chord.ts';

describe('what people write becomes the canonical chord', () => {
	test.each([
		['a', 'a'],
		['A', 'A'],
		['é', 'é'],
		['/', '/'],
		['+', '+'],
		['-', '-'],
		['_', '_'],
		['<', '<'],
		[' ', 'space'],
		['Space', 'space'],
		['ENTER', 'enter'],
		['Return', 'enter'],
		['escape', 'esc'],
		['PgUp', 'pageup'],
		['pgdn', 'pagedown'],
		['del', 'delete'],
		['ctrl+l', 'ctrl+l'],
		['Ctrl-L', 'ctrl+l'],
		['control+l', 'ctrl+l'],
		['ctrl++', 'ctrl++'],
		['ctrl--', 'ctrl+-'],
		['ctrl+\\', 'ctrl+\\'],
		['ctrl+space', 'ctrl+space'],
		['shift+tab', 'shift+tab'],
		['shift-left', 'shift+left'],
		['shift+alt+ctrl+up', 'ctrl+alt+shift+up'],
		['meta+x', 'alt+x'],
		['alt+X', 'alt+X'],
		['alt+shift+x', 'alt+X'],
		['shift+f', 'F'],
		['ctrl+i', 'tab'],
		['ctrl+m', 'enter'],
		['ctrl+[', 'esc'],
		['  q ', 'q'],
	])('%j → %s', (text, chord) => {
		expect(parseChord(text)).toEqual({chord});
	});
});

describe('what is no key is said', () => {
	test.each([
		['', '`` is no key: write it like ctrl+l, shift+tab, A or space'],
		['hello', '`hello` is no key: write it like ctrl+l, shift+tab, A or space'],
		['ctrl+', '`ctrl+` is no key: write it like ctrl+l, shift+tab, A or space'],
		['hyper+x', '`hyper+x` is no key: write it like ctrl+l, shift+tab, A or space'],
		['\u001B', '`\u001B` is no key: write it like ctrl+l, shift+tab, A or space'],
		['\u202E', '`\u202E` is no key: write it like ctrl+l, shift+tab, A or space'],
		['shift+/', '`shift+/`: write the character that shift makes there'],
		['ctrl+shift+a', '`ctrl+shift+a`: terminals send the same for ctrl with and without shift'],
	])('%j', (text, problem) => {
		expect(parseChord(text)).toEqual({problem});
	});
});

test.each([
	['ctrl+l', 'ctrl-l'],
	['shift+tab', 'shift-tab'],
	['ctrl+\\', 'ctrl-\\'],
	['F', 'F'],
	['enter', 'enter'],
	['+', '+'],
	['-', '-'],
	['ctrl++', 'ctrl-+'],
])('%s is shown as %s', (chord, shown) => {
	expect(formatChord(chord)).toBe(shown);
	expect(parseChord(shown)).toEqual({chord});
});
