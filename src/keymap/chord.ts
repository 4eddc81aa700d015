/**
 * A key as one word: modifiers in the order ctrl, alt, shift, joined by `+`, then the key: `ctrl+l`, `shift+tab`, `A`,
 * `space`. A printable character is itself, so a capital letter carries its shift. The same form as the terminal's
 * key splitter emits.
 */
export type Chord = string;

/** Keys that have a name instead of a character. */
const NAMED: ReadonlySet<string> = new Set([
	...['enter', 'esc', 'tab', 'space', 'backspace', 'delete'],
	...['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown'],
]);

/** Other names that people write. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
	['return', 'enter'],
	['escape', 'esc'],
	['del', 'delete'],
	['pgup', 'pageup'],
	['pgdn', 'pagedown'],
	['pgdown', 'pagedown'],
]);

/** Control characters that a terminal cannot tell from a key with a name (ASCII: ctrl-i is 0x09, the tab). */
const SAME_BYTE: ReadonlyMap<string, Chord> = new Map([
	['ctrl+i', 'tab'],
	['ctrl+m', 'enter'],
	['ctrl+[', 'esc'],
]);

const MODIFIERS = ['ctrl', 'alt', 'shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

/** The canonical chord of what a person wrote (`Ctrl-L`, `PgUp`, `shift+a`), or a sentence that says what is wrong. */
export function parseChord(text: string): {readonly chord: Chord} | {readonly problem: string} {
	const trimmed = text === ' ' ? 'space' : text.trim();
	const {modifiers, rest} = splitModifiers(trimmed);
	const key = keyOf(rest);
	if (key === undefined) return {problem: `\`${text}\` is no key: write it like ctrl+l, shift+tab, A or space`};
	if (modifiers.has('shift') && !NAMED.has(key)) return withShift(text, key, modifiers);
	return {chord: join(key, modifiers)};
}

/** As footer and help show it: `ctrl-l`, `shift-tab`, `F`. */
export function formatChord(chord: Chord): string {
	const {modifiers, rest} = splitModifiers(chord);
	return [...MODIFIERS.filter(modifier => modifiers.has(modifier)), rest].join('-');
}

function splitModifiers(text: string): {modifiers: Set<Modifier>; rest: string} {
	const modifiers = new Set<Modifier>();
	let rest = text;
	for (;;) {
		// Something must follow the separator, so that `+` and `ctrl++` stay keys.
		const match = /^(ctrl|control|alt|meta|shift)[+-](?=.)/iu.exec(rest);
		if (match?.[1] === undefined) return {modifiers, rest};
		modifiers.add(modifierOf(match[1].toLowerCase()));
		rest = rest.slice(match[0].length);
	}
}

function modifierOf(word: string): Modifier {
	if (word === 'shift') return 'shift';
	return word === 'ctrl' || word === 'control' ? 'ctrl' : 'alt';
}

/** A character as it is, or a key's proper name. */
function keyOf(text: string): string | undefined {
	if (text === ' ') return 'space';
	if ([...text].length === 1) return /[\p{C}\p{Z}]/u.test(text) ? undefined : text;
	const word = text.toLowerCase();
	const name = SYNONYMS.get(word) ?? word;
	return NAMED.has(name) ? name : undefined;
}

/** Terminals send no shift with a character, only the character that it makes. */
function withShift(text: string, key: string, modifiers: ReadonlySet<Modifier>): {chord: Chord} | {problem: string} {
	if (!/^\p{L}$/u.test(key)) return {problem: `\`${text}\`: write the character that shift makes there`};
	if (modifiers.has('ctrl')) return {problem: `\`${text}\`: terminals send the same for ctrl with and without shift`};
	return {chord: join(key.toUpperCase(), new Set([...modifiers].filter(modifier => modifier !== 'shift')))};
}

function join(key: string, modifiers: ReadonlySet<Modifier>): Chord {
	const letter = modifiers.has('ctrl') ? key.toLowerCase() : key;
	const chord = [...MODIFIERS.filter(modifier => modifiers.has(modifier)), letter].join('+');
	return SAME_BYTE.get(chord) ?? chord;
}
