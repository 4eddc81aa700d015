import {describe, expect, test} from 'vitest';
import {editLine, editOf, EMPTY_LINE, LINE_MAX} from '../../../src/ui/prompt/line-edit.ts';
import type {LineEdit} from '../../../src/ui/view.ts';

/** The line with `|` where the cursor is. */
function line(picture: string): LineEdit {
	return {text: picture.replace('|', ''), cursor: picture.indexOf('|')};
}

function press(from: LineEdit, ...chords: readonly string[]): LineEdit {
	return chords.reduce((now, chord) => {
		const edit = editOf(chord);
		return edit === undefined ? now : editLine(now, edit);
	}, from);
}

describe('keys edit the line', () => {
	test.each([
		['letters are inserted at the cursor', 'a|c', ['b', 'B'], 'abB|c'],
		['a blank too', 'po|', ['space', 's'], 'po s|'],
		['backspace', 'abc|', ['backspace'], 'ab|'],
		['backspace at the start does nothing', '|abc', ['backspace'], '|abc'],
		['delete', 'a|bc', ['delete'], 'a|c'],
		['delete at the end does nothing', 'abc|', ['delete'], 'abc|'],
		['left and right', 'abc|', ['left', 'left', 'right'], 'ab|c'],
		['left at the start', '|abc', ['left'], '|abc'],
		['right at the end', 'abc|', ['right'], 'abc|'],
		['ctrl-a and home', 'abc|', ['ctrl+a'], '|abc'],
		['ctrl-e and end', '|abc', ['end'], 'abc|'],
		['ctrl-u deletes what is before', 'ab|c', ['ctrl+u'], '|c'],
		['ctrl-w deletes a word', 'po shop|', ['ctrl+w'], 'po |'],
		['ctrl-w deletes the blanks behind a word with it', 'po shop  |x', ['ctrl+w'], 'po |x'],
		['ctrl-w at the start', '|abc', ['ctrl+w'], '|abc'],
		['a character of two units is one step', 'a😀|', ['left', 'x'], 'ax|😀'],
		['a letter goes with its marks', 'aक्|', ['backspace'], 'a|'],
		['other keys do not edit', 'a|b', ['enter', 'ctrl+x', 'up', 'alt+x', 'esc'], 'a|b'],
	])('%s', (_, before, chords, after) => {
		expect(press(line(before), ...chords)).toEqual(line(after));
	});
});

describe('what is pasted becomes one harmless line', () => {
	test.each([
		['lines', 'po\nshop\n', 'po shop'],
		['a control sequence', '\u001B[31mpo\u001B]0;title\u0007d', 'pod'],
		['a bidi override', 'a\u202Eb', 'a\uFFFDb'],
		['nothing', '', ''],
		['a blank', ' ', ' '],
		['a lone newline', '\n', ' '],
		['half a character', '\uD83D', '\uFFFD'],
	])('%s', (_, pasted, text) => {
		const edit = editOf('paste', pasted);
		expect(edit && editLine(EMPTY_LINE, edit)).toEqual({text, cursor: text.length});
	});

	test('a novel is cut, and no character is halved', () => {
		const long = editLine(EMPTY_LINE, {type: 'insert', text: 'x'.repeat(1 << 20)});
		expect(long.text.length).toBe(LINE_MAX);
		expect(editLine(long, {type: 'insert', text: 'more'})).toEqual(long);
		const almost = editLine(EMPTY_LINE, {type: 'insert', text: 'x'.repeat(LINE_MAX - 1)});
		expect(editLine(almost, {type: 'insert', text: '😀'})).toEqual(almost);
	});
});
