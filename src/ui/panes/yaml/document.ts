import {type YamlLine, yamlLines, yamlLineText} from '../../../lib/yaml/lines.ts';
import type {Line} from '../../../terminal/line.ts';
import type {Document} from '../../document/document.ts';
import type {Theme} from '../../theme/theme.ts';

/** Where nobody looks unless they look for it. */
const FOLDED: ReadonlySet<string> = new Set(['managedFields', 'kubectl.kubernetes.io/last-applied-configuration']);

/** An object as a YAML text. What cannot be seen is written as an escape, so the text is harmless. */
export function yamlDocument(object: unknown): Document {
	const lines = yamlLines(object);
	const textAt = (line: number): string => {
		const found = lines[line];
		return found === undefined ? '' : yamlLineText(found);
	};
	return {
		length: lines.length,
		textAt,
		styledAt: (line, theme) => styledLine(lines[line], theme),
		hangAt: (line, columns) =>
			Math.min((lines[line]?.indent ?? 0) + (lines[line]?.dashes.length ?? 0) + 2, Math.floor(columns / 3)),
		endAt: line => lines[line]?.end ?? line + 1,
		startsClosed: line => FOLDED.has(lines[line]?.key ?? ''),
		keyAt: line => keyOf(lines, line),
		copyAt: line => copyOf(lines, line, textAt),
		objectAt: () => undefined,
	};
}

function styledLine(line: YamlLine | undefined, {syntax}: Theme): Line {
	if (line === undefined) return [];
	const {indent, dashes, key, value, kind} = line;
	const style = {text: undefined, block: undefined, number: syntax.value, word: syntax.value, note: syntax.note}[
		kind
	];
	return [
		{text: ' '.repeat(indent)},
		{text: dashes, style: syntax.note},
		...(key === undefined
			? []
			: [
					{text: key, style: syntax.key},
					{text: ':', style: syntax.note},
				]),
		...(value === '' ? [] : [{text: key === undefined ? value : ` ${value}`, style}]),
	];
}

/** The path from the outermost: `/spec/containers/0/name`. */
function keyOf(lines: readonly YamlLine[], line: number): string {
	let path = '';
	for (let at = lines[line]; at !== undefined; at = lines[at.parent]) path = `/${at.step}${path}`;
	return path;
}

/** The value; with lines below, all of them; of a text of several lines, that text. */
function copyOf(lines: readonly YamlLine[], line: number, textAt: (line: number) => string): string {
	const found = lines[line];
	if (found === undefined) return '';
	const {value, kind, key, indent, end} = found;
	if (end === line + 1) return kind === 'note' || value === '' ? (key ?? textAt(line).trim()) : plainText(value);
	const below = lines.slice(line + 1, end);
	if (value.startsWith('|')) return below.map(one => one.value).join('\n');
	return [textAt(line), ...below.map((_, index) => textAt(line + 1 + index))]
		.map(text => text.slice(indent))
		.join('\n');
}

/** Without quotes, unless the text holds what a shell would obey. */
function plainText(value: string): string {
	if (!value.startsWith('"')) return value;
	try {
		const text: unknown = JSON.parse(value);
		return typeof text === 'string' && !/[\p{Cc}\p{Cf}]/u.test(text) ? text : value;
	} catch {
		// Escapes that only YAML knows.
		return value;
	}
}
