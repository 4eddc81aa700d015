import type {Tone} from '../kinds/contract.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {Mark, Row} from '../model/row.ts';
import type {Known} from './known.ts';

/** A piece of a line. Texts are not yet sanitised. */
export interface Word {
	readonly text: string;
	readonly tone?: Tone | undefined;
	/** Its sign stands before the text, without its colour: that is the tone's. */
	readonly mark?: Mark;
	/** Filled up with blanks to so many cells: a column. What is longer goes on. */
	readonly cells?: number;
}

/** One line, however long. */
export interface Entry {
	/** A word or two in the left column; empty for what goes on from the line above, or stands beside the title. */
	readonly label: string;
	readonly words: readonly Word[];
	/** The object that the line is about, when it is another one. */
	readonly object?: ObjectRef | undefined;
}

export interface Section {
	/** `CONTAINER api`, `EVENTS`; empty for what stands at the top. */
	readonly title: string;
	/** Without any, the section is left out. */
	readonly entries: readonly Entry[];
}

/** An object as it is told: as the API sent it, as its row, and with what is known around it. */
export interface Told<R extends Row = Row, Wired = unknown> {
	/** Any JSON: a broken proxy or a hostile server keeps no promises. */
	readonly object: Wired;
	readonly row: R;
	readonly known: Known;
}

/**
 * How the objects of one kind are told, in the order in which a person asks. An entry is data and pure. What is wrong with the
 * object comes before it; its labels, its owners and who changed it come after: no entry says those. It may throw: it is fenced.
 */
export interface Description {
	/** Id of the kind: `pod`. */
	readonly id: string;
	sections(told: never): Iterable<Section>;
}

/** Gives an entry the types of its kind; the shelf keeps it as one of many. */
export function defineDescription<R extends Row, Wired>(
	description: Omit<Description, 'sections'> & {sections(told: Told<R, Wired>): Iterable<Section>},
): Description {
	return description;
}
