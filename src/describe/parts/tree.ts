import {maskedValue} from '../../lib/mask.ts';
import {type YamlLine, yamlLines} from '../../lib/yaml/lines.ts';
import type {Section, Word} from '../contract.ts';
import {atMost, entry, word} from '../words.ts';

/** A kind that nobody has described is read like this; `y` has the rest. */
const LINES_MAX = 200;
const VALUE_CHARS_MAX = 300;

/** Any JSON as lines, nested as it is: for kinds that have no description of their own. */
export function treeSection(title: string, value: unknown): Section {
	return {title, entries: atMost(yamlLines(value), LINES_MAX, line => entry('', lineWords(line)))};
}

/** What looks like a secret is masked. */
function lineWords({indent, dashes, key, value, kind}: YamlLine): readonly Word[] {
	const shown = value.length > VALUE_CHARS_MAX ? `${value.slice(0, VALUE_CHARS_MAX - 1)}…` : value;
	const isPlain = kind === 'text' || kind === 'block';
	return [
		word(`${' '.repeat(indent)}${dashes}${key === undefined ? '' : `${key} `}`, 'muted'),
		word(isPlain ? maskedValue(key ?? '', shown) : shown, kind === 'note' ? 'muted' : undefined),
	];
}
