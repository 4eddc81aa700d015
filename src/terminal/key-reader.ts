import {ALT, CTRL, chordOf} from './key-chord.ts';
import type {Key} from './key-chord.ts';
import {chordOfCsi, chordOfSs3} from './key-sequences.ts';

const ESC = '\x1B';

/** What stands at one place of the input: a key, the start of a paste, or something that is none of our business. */
export interface Reading {
	/** Index after it. */
	readonly end: number;
	readonly key?: Key | undefined;
	readonly startsPaste?: true;
}

const CSI = new RegExp(`${ESC}\\[([0-?]*)([ -/]*)`, 'y');
const SS3 = new RegExp(`${ESC}O(\\d?)`, 'y');

/** Reads what begins at `at`, which is inside the text; undefined when its end has not arrived yet. */
export function readKey(text: string, at: number): Reading | undefined {
	if (text[at] !== ESC) return readCharacter(text, at, 0);
	const next = text[at + 1];
	if (next === undefined) return undefined;
	if (next === ESC) return readDoubleEscape(text, at);
	if (next === '[') return readCsi(text, at, 0);
	if (next === 'O') return readSs3(text, at, 0);
	if ('P]_'.includes(next)) return readString(text, at);
	return readCharacter(text, at + 1, ALT);
}

/** rxvt and iTerm send alt with an arrow as ESC before its sequence; otherwise the first ESC is a key by itself. */
function readDoubleEscape(text: string, at: number): Reading | undefined {
	const next = text[at + 2];
	if (next === undefined) return undefined;
	if (next === '[') return readCsi(text, at + 1, ALT);
	if (next === 'O') return readSs3(text, at + 1, ALT);
	return {end: at + 1, key: {chord: 'esc'}};
}

/** `ESC [`, parameters, intermediates, a final character (ECMA-48 5.4); anything else in between breaks it off. */
function readCsi(text: string, at: number, modifiers: number): Reading | undefined {
	CSI.lastIndex = at;
	const [head = '', parameters = '', intermediates = ''] = CSI.exec(text) ?? [];
	const finalAt = at + head.length;
	const final = text[finalAt];
	if (final === undefined) return undefined;
	if (final < '@' || final > '~') return {end: finalAt};
	// The Linux console's F1-F5 are `CSI [ A`; an old mouse report is `CSI M` and three characters.
	const extra = head.length > 2 ? 0 : final === '[' ? 1 : final === 'M' ? 3 : 0;
	const end = finalAt + 1 + extra;
	if (end > text.length) return undefined;
	if (final === '~' && parameters === '200') return {end, startsPaste: true};
	if (extra > 0 || intermediates !== '') return {end};
	return {end, key: keyOf(chordOfCsi(parameters, final, modifiers))};
}

function readSs3(text: string, at: number, modifiers: number): Reading | undefined {
	SS3.lastIndex = at;
	const [head = '', digit = ''] = SS3.exec(text) ?? [];
	const finalAt = at + head.length;
	const final = text[finalAt];
	if (final === undefined) return undefined;
	if (final < '@' || final > '~') return {end: finalAt};
	return {end: finalAt + 1, key: keyOf(chordOfSs3(digit, final, modifiers))};
}

/** DCS, OSC, APC: a reply of the terminal (none sends SOS or PM), up to BEL, ST or an ESC that begins something else. */
function readString(text: string, at: number): Reading | undefined {
	for (let index = at + 2; index < text.length; index++) {
		const character = text[index];
		if (character === '\x07' || character === '\x9C') return {end: index + 1};
		if (character !== ESC) continue;
		const next = text[index + 1];
		if (next === undefined) return undefined;
		return {end: next === '\\' ? index + 2 : index};
	}
	return undefined;
}

/** Control characters that have a name of their own. A line feed is an enter typed before the terminal was in raw mode. */
const NAMED: Readonly<Record<number, string>> = {
	0x08: 'backspace',
	0x09: 'tab',
	0x0a: 'enter',
	0x0d: 'enter',
	0x1b: 'esc',
	0x7f: 'backspace',
};

/** One character; what cannot be seen (format characters, 8-bit controls, broken UTF-8) is swallowed. */
function readCharacter(text: string, at: number, modifiers: number): Reading {
	const codePoint = text.codePointAt(at) ?? 0;
	const character = String.fromCodePoint(codePoint);
	const end = at + character.length;
	const name = NAMED[codePoint];
	if (name !== undefined) return {end, key: {chord: chordOf(name, modifiers)}};
	if (codePoint < 0x20) return {end, key: {chord: chordOf(controlName(codePoint), modifiers | CTRL)}};
	if (/[\p{C}\p{Zl}\p{Zp}\uFFFD]/u.test(character)) return {end};
	const chord = chordOf(/\p{Zs}/u.test(character) ? 'space' : character, modifiers);
	return {end, key: modifiers === 0 ? {chord, text: character} : {chord}};
}

/** NUL is ctrl+space; 1-26 are the letters, 28-31 `\`, `]`, `^`, `_`. */
function controlName(code: number): string {
	return code === 0 ? 'space' : String.fromCharCode(code + 0x40).toLowerCase();
}

function keyOf(chord: string | undefined): Key | undefined {
	return chord === undefined ? undefined : {chord};
}
