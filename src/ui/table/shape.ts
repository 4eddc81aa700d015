import type {Column, Facts} from '../../kinds/contract.ts';
import type {Mark, Row} from '../../model/row.ts';

/** A column to sort by. */
export interface Sort {
	readonly column: string;
	readonly descending: boolean;
}

/** What a table must know of its rows; a kind and a pane both give it. */
export interface TableShape<R extends Row = Row> {
	readonly columns: readonly Column<R>[];
	/** Undefined: as the rows are given, until the user sorts. */
	readonly sortedBy: Sort | undefined;
	/** Worst mark first, then `sortedBy`. */
	readonly worstFirst: boolean;
	mark(row: R, facts: Facts): Mark;
}
