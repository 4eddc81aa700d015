import type {V1Secret} from '@kubernetes/client-node';
import {Concealed} from '../../../lib/concealed.ts';
import {fieldsOf, textOf} from '../../../kinds/json.ts';
import type {SecretRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineDescription} from '../../contract.ts';
import {eventSection} from '../../parts/events.ts';
import {usedBySection} from '../../parts/used-by.ts';
import {ago, atMost, columnCells, count, entry, listed, word} from '../../words.ts';

const KEYS_MAX = 200;

/** Names and sizes: values were concealed when it was read. */
export default defineDescription<SecretRow, Wire<V1Secret>>({
	id: 'secret',
	*sections({object, row, known}) {
		const {data, stringData, type, immutable} = fieldsOf(object);
		const keys = [...sizesOf(data), ...sizesOf(stringData)];
		const words = listed([
			textOf(type),
			count(keys.length, 'key'),
			immutable === true ? 'can never change' : '',
			word(ago(row.createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		const cells = columnCells(keys.map(([key]) => key));
		yield {
			title: 'KEYS',
			entries: atMost(keys, KEYS_MAX, ([key, bytes]) =>
				entry('', [
					{text: key, cells, tone: 'accent'},
					word(`${bytes} bytes`, bytes === 0 ? 'struggling' : 'muted'),
				]),
			),
		};
		yield usedBySection(row, 'secret', known);
		yield eventSection(row, [], known);
	},
});

function sizesOf(map: unknown): readonly (readonly [string, number])[] {
	if (typeof map !== 'object' || map === null || map instanceof Concealed) return [];
	return Object.entries(map).flatMap(([key, value]: [string, unknown]) =>
		value instanceof Concealed ? [[key, value.bytes] as const] : [],
	);
}
