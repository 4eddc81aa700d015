import {Concealed} from '../concealed.ts';
import {isBlock, yamlText} from './scalar.ts';

/** One line of a YAML text, in the parts that are coloured apart: `  - name: api` is 2 blanks, `- `, `name`, `api`. */
export interface YamlLine {
	readonly indent: number;
	/** `- ` for each list that has an item beginning here. */
	readonly dashes: string;
	/** As written, without the colon; undefined for what has none. */
	readonly key: string | undefined;
	/** As written; empty when what belongs to the key stands below. */
	readonly value: string;
	/** `block` is a line of a text of several lines, `note` a comment. */
	readonly kind: 'text' | 'number' | 'word' | 'block' | 'note';
	/** What tells it apart from others with the same parent: its key, the number of an item. */
	readonly step: string;
	/** The line that it stands below; -1 for the outermost. */
	readonly parent: number;
	/** The first line that no longer stands below it. */
	readonly end: number;
}

/** A terminal's patience, and more than any object that a person wrote: etcd takes 1.5 MB. */
const LINES_MAX = 50_000;

/** Objects of Kubernetes are nested some ten deep, their schemas some thirty. */
const DEPTH_MAX = 100;

/** An object as YAML, laid out as kubectl does. Keys keep the order of the object. Never throws, however odd the object. */
export function yamlLines(object: unknown): readonly YamlLine[] {
	const writer: Writer = {lines: [], left: 0};
	writeNode(writer, object, {indent: 0, dashes: '', key: undefined, step: '', parent: -1}, 0);
	if (writer.left > 0) {
		const text = `${writer.left} more lines or branches are left out`;
		push(writer, ROOT, `# ${text}`, 'note');
	}
	return writer.lines;
}

/** The line as text. */
export function yamlLineText({indent, dashes, key, value}: YamlLine): string {
	const name = key === undefined ? '' : `${key}:`;
	return `${' '.repeat(indent)}${dashes}${name}${name !== '' && value !== '' ? ' ' : ''}${value}`;
}

type Draft = {-readonly [Field in keyof YamlLine]: YamlLine[Field]};

/** Where a value is written: behind a key, behind a dash, or both. */
type Place = Pick<YamlLine, 'indent' | 'dashes' | 'key' | 'step' | 'parent'>;

interface Writer {
	readonly lines: Draft[];
	/** What did not fit. */
	left: number;
}

const ROOT: Place = {indent: 0, dashes: '', key: undefined, step: 'more', parent: -1};

function writeNode(writer: Writer, value: unknown, place: Place, depth: number): void {
	if (writer.lines.length >= LINES_MAX || depth > DEPTH_MAX) {
		writer.left += 1;
		return;
	}
	if (Array.isArray(value) && value.length > 0) writeList(writer, value, place, depth);
	else if (isMap(value)) writeMap(writer, value, place, depth);
	else if (typeof value === 'string' && isBlock(value)) writeBlock(writer, value, place);
	else push(writer, place, ...scalarOf(value));
}

/** Items stand at the column of their key, as kubectl writes them; those of an item that is a list itself behind its dash. */
function writeList(writer: Writer, list: readonly unknown[], place: Place, depth: number): void {
	const isKeyed = place.key !== undefined;
	const parent = isKeyed ? push(writer, place, '', 'text') : place.parent;
	const indent = place.indent + place.dashes.length;
	let first: number | undefined;
	for (const [index, item] of list.entries()) {
		const shares = !isKeyed && index === 0;
		const above = shares ? place.parent : isKeyed ? parent : (first ?? parent);
		const itemPlace = {indent: shares ? place.indent : indent, dashes: `${shares ? place.dashes : ''}- `};
		first ??= writer.lines.length;
		const step = shares && place.step !== '' ? `${place.step}/${index}` : String(index);
		writeNode(writer, item, {...itemPlace, key: undefined, step, parent: above}, depth + 1);
	}
	close(writer, isKeyed ? parent : first);
}

/** The first entry of an item shares the line of its dash. */
function writeMap(writer: Writer, map: Readonly<Record<string, unknown>>, place: Place, depth: number): void {
	const isKeyed = place.key !== undefined;
	const parent = isKeyed ? push(writer, place, '', 'text') : place.parent;
	const indent = place.indent + place.dashes.length + (isKeyed ? 2 : 0);
	let first: number | undefined;
	for (const [name, value] of Object.entries(map)) {
		if (value === undefined) continue;
		const key = yamlText(name);
		const shares = !isKeyed && place.dashes !== '' && first === undefined;
		const above = isKeyed || first === undefined || place.dashes === '' ? parent : first;
		first ??= writer.lines.length;
		const at = shares
			? {...place, key, step: `${place.step}/${name}`}
			: {indent, dashes: '', key, step: name, parent: above};
		writeNode(writer, value, at, depth + 1);
	}
	if (isKeyed) close(writer, parent);
	else if (place.dashes !== '') close(writer, first);
}

function writeBlock(writer: Writer, text: string, place: Place): void {
	const body = text.endsWith('\n') ? text.slice(0, -1) : text;
	const rows = body.split('\n');
	// How many line feeds it ends with is a matter of the sign behind the bar; a first blank needs the width of the indent.
	const chomping = text.endsWith('\n') ? (body.endsWith('\n') ? '+' : '') : '-';
	const width = /^\s/.test(text) ? '2' : '';
	const parent = push(writer, place, `|${width}${chomping}`, 'word');
	const inner = place.indent + place.dashes.length + (place.key === undefined && place.dashes !== '' ? 0 : 2);
	const room = Math.max(LINES_MAX - writer.lines.length, 0);
	for (const [index, row] of rows.slice(0, room).entries()) {
		const rowPlace = {indent: row === '' ? 0 : inner, dashes: '', key: undefined, step: String(index), parent};
		push(writer, rowPlace, row, 'block');
	}
	writer.left += Math.max(rows.length - room, 0);
	close(writer, parent);
}

function push(writer: Writer, place: Place, value: string, kind: YamlLine['kind']): number {
	const index = writer.lines.length;
	writer.lines.push({...place, value, kind, end: index + 1});
	return index;
}

/** All lines since then stand below it. */
function close({lines}: Writer, index: number | undefined): void {
	const line = index === undefined ? undefined : lines[index];
	if (line !== undefined) line.end = lines.length;
}

function scalarOf(value: unknown): [text: string, kind: YamlLine['kind']] {
	if (value instanceof Concealed) return [`# ${value.bytes} bytes, not shown`, 'note'];
	if (typeof value === 'string') return [yamlText(value), 'text'];
	if (typeof value === 'number') return [String(value), 'number'];
	if (Array.isArray(value)) return ['[]', 'word'];
	return [typeof value === 'boolean' ? String(value) : isObject(value) ? '{}' : 'null', 'word'];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return isObject(value) && !(value instanceof Concealed) && !Array.isArray(value) && Object.keys(value).length > 0;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
