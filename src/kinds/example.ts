import type {Mark, Row} from '../model/row.ts';
import type {Usage} from '../model/usage.ts';
import type {Drill, RestartCount} from './contract.ts';

/** What goes into a kind and what must come out: its documentation and its test. */
export interface KindExample<R extends Row = Row> {
	/** A sentence. */
	readonly name: string;
	/** As the API sends it. */
	readonly object: unknown;
	/** The whole row, or the fields that matter here, each of them whole. */
	readonly row?: Partial<R>;
	/** RFC 3339: when it is looked at; noon of the day of the examples when missing. */
	readonly now?: string;
	readonly usage?: Usage;
	readonly restarts?: RestartCount;
	/** Text of some columns by their id. */
	readonly cells?: Readonly<Record<string, string>>;
	readonly mark?: Mark;
	readonly drill?: Drill;
}

/** When an example is looked at that does not say. */
export const EXAMPLES_NOW = '2026-11-24T12:00:00Z';
