import {sanitize} from '../../terminal/sanitize.ts';
import type {LineEdit} from '../view.ts';

/** What a key does to the line that is being typed. */
export type Edit =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'backspace' | 'delete' | 'delete-word' | 'delete-before' | 'left' | 'right' | 'start' | 'end'};

/** The longest line, in UTF-16 units: no command is near it, and a pasted novel must not become one. */
export const LINE_MAX = 500;

export const EMPTY_LINE: LineEdit = {text: '', cursor: 0};

/** The edit that a key stands for in a prompt; `text` is what was pasted. Undefined for keys that do not edit. */
export function editOf(chord: string, text?: string): Edit | undefined {
	switch (chord) {
		case 'paste':
			return {type: 'insert', text: text ?? ''};
		case 'space':
			return {type: 'insert', text: ' '};
		case 'backspace':
		case 'delete':
		case 'left':
		case 'right':
			return {type: chord};
		case 'ctrl+w':
			return {type: 'delete-word'};
		case 'ctrl+u':
			return {type: 'delete-before'};
		case 'ctrl+a':
		case 'home':
			return {type: 'start'};
		case 'ctrl+e':
		case 'end':
			return {type: 'end'};
		default:
			return [...chord].length === 1 ? {type: 'insert', text: chord} : undefined;
	}
}

/** The line after an edit; the same object when nothing changed. */
export function editLine(line: LineEdit, edit: Edit): LineEdit {
	const {text, cursor} = line;
	switch (edit.type) {
		case 'insert':
			return insert(line, edit.text);
		case 'backspace':
			return without(line, before(text, cursor), cursor);
		case 'delete':
			return without(line, cursor, after(text, cursor));
		case 'delete-word':
			return without(line, text.slice(0, cursor).search(/\S*\s*$/), cursor);
		case 'delete-before':
			return without(line, 0, cursor);
		case 'left':
			return moved(line, before(text, cursor));
		case 'right':
			return moved(line, after(text, cursor));
		case 'start':
			return moved(line, 0);
		case 'end':
			return moved(line, text.length);
	}
}

/** Pasted text becomes one line without power over the terminal. What does not fit is left off. */
function insert({text, cursor}: LineEdit, added: string): LineEdit {
	const room = LINE_MAX - text.length;
	// Control sequences are longer than what they leave: look at more than fits, but not at a whole file.
	const clean = sanitize(added.slice(0, LINE_MAX * 8).trimEnd() || (added === '' ? '' : ' '));
	const fitting = clean.slice(0, room).replace(/[\uD800-\uDBFF]$/, '');
	return {text: text.slice(0, cursor) + fitting + text.slice(cursor), cursor: cursor + fitting.length};
}

function without(line: LineEdit, from: number, to: number): LineEdit {
	return from === to ? line : {text: line.text.slice(0, from) + line.text.slice(to), cursor: from};
}

function moved(line: LineEdit, cursor: number): LineEdit {
	return cursor === line.cursor ? line : {...line, cursor};
}

/** A letter goes with the marks on it. */
function before(text: string, cursor: number): number {
	return text.slice(0, cursor).search(/(?:\P{M}\p{M}*|\p{M}+)?$/u);
}

function after(text: string, cursor: number): number {
	return cursor + (/^(?:\P{M}\p{M}*|\p{M}+)?/u.exec(text.slice(cursor))?.[0].length ?? 0);
}
