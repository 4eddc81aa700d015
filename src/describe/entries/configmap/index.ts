import type {V1ConfigMap} from '@kubernetes/client-node';
import {MASK, maskCredentials, maskedValue} from '../../../lib/mask.ts';
import {fieldsOf} from '../../../kinds/json.ts';
import type {ConfigMapRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineDescription, type Entry} from '../../contract.ts';
import {eventSection} from '../../parts/events.ts';
import {usedBySection} from '../../parts/used-by.ts';
import {ago, count, entry, listed, word} from '../../words.ts';

/** Of one value: `y` has it whole. */
const LINES_MAX = 6;
const LINE_CHARS_MAX = 300;
const VALUE_CHARS_MAX = LINES_MAX * LINE_CHARS_MAX;

const KEYS_MAX = 200;

export default defineDescription<ConfigMapRow, Wire<V1ConfigMap>>({
	id: 'configmap',
	*sections({object, row, known}) {
		const {data, binaryData, immutable} = fieldsOf(object);
		const words = listed([
			count(row.keys.length, 'key'),
			immutable === true ? 'can never change' : '',
			word(ago(row.createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		yield {
			title: 'DATA',
			entries: [
				...pairs(data).flatMap(([key, value]) => valueEntries(key, value)),
				...pairs(binaryData).map(([key, value]) =>
					entry('', [
						word(`${key} `, 'accent'),
						word(`${Buffer.byteLength(value, 'base64')} bytes, binary`, 'muted'),
					]),
				),
			],
		};
		yield usedBySection(row, 'configmap', known);
		yield eventSection(row, [], known);
	},
});

/** Only texts are values. */
function pairs(map: unknown): readonly (readonly [string, string])[] {
	if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
	return Object.entries(map)
		.slice(0, KEYS_MAX)
		.filter((pair: [string, unknown]): pair is [string, string] => typeof pair[1] === 'string');
}

/** A setting is one line; of a file its beginning is shown. */
function valueEntries(key: string, value: string): readonly Entry[] {
	const lines = value.slice(0, VALUE_CHARS_MAX).trimEnd().split('\n');
	const [first = ''] = lines;
	if (lines.length === 1) {
		const text = value === '' ? word('empty', 'muted') : word(maskedValue(key, cut(first)));
		return [entry('', [word(`${key} `, 'accent'), text])];
	}
	if (maskedValue(key, value.slice(0, VALUE_CHARS_MAX)) === MASK)
		return [entry('', [word(`${key} `, 'accent'), word(MASK)])];
	const isCut = lines.length > LINES_MAX || value.length > VALUE_CHARS_MAX;
	return [
		entry('', [word(key, 'accent'), word(` ${Buffer.byteLength(value)} bytes`, 'muted')]),
		...lines.slice(0, LINES_MAX).map(line => entry('', `  ${maskCredentials(cut(line))}`)),
		...(isCut ? [entry('', word('  …', 'muted'))] : []),
	];
}

function cut(text: string): string {
	return text.length > LINE_CHARS_MAX ? `${text.slice(0, LINE_CHARS_MAX - 1)}…` : text;
}
