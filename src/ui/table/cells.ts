import type {Column, Facts, Tone} from '../../kinds/contract.ts';
import type {Mark, Row} from '../../model/row.ts';
import {cut} from '../../terminal/width.ts';
import type {TableShape} from './shape.ts';

/** What a row says, before it is laid out: harmless texts, no longer than their columns can ever be. */
export interface Cells {
	readonly mark: Mark;
	readonly texts: readonly string[];
	readonly tones: readonly (Tone | undefined)[];
}

/** One text and one tone per column. The cells of before come back when they say the same. */
export function readCells<R extends Row>(
	shape: Pick<TableShape<R>, 'mark'>,
	columns: readonly Column<R>[],
	row: R,
	facts: Facts,
	before: Cells | undefined,
): Cells {
	const mark = shape.mark(row, facts);
	const texts = columns.map(column => cut(column.value(row, facts), column.width.max));
	const tones = columns.map(column => column.tone?.(row, facts));
	const same =
		before !== undefined && before.mark === mark && equal(before.texts, texts) && equal(before.tones, tones);
	return same ? before : {mark, texts, tones};
}

function equal<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((value, index) => value === b[index]);
}
