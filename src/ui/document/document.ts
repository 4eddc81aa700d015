import type {ObjectRef} from '../../model/finding.ts';
import type {Line} from '../../terminal/line.ts';
import type {Theme} from '../theme/theme.ts';

/**
 * A text to read, as lines that are asked for one by one: only what is on the screen is ever laid out. Lines have numbers from 0;
 * those below another can be folded away. Texts are harmless already, so that what is found and copied is what is seen.
 */
export interface Document {
	readonly length: number;
	/** Searched and saved. */
	textAt(line: number): string;
	/** The same text in styles. */
	styledAt(line: number, theme: Theme): Line;
	/** Cells by which a line that is wrapped goes on further to the right, on a screen of so many columns. */
	hangAt(line: number, columns: number): number;
	/** The first line that does not stand below it: `line + 1` when none does. */
	endAt(line: number): number;
	/** What stands below is hidden until somebody asks. */
	startsClosed(line: number): boolean;
	/** The same as long as it is the same thing, however much comes and goes around it. */
	keyAt(line: number): string;
	/** What of it is worth copying. */
	copyAt(line: number): string;
	/** The object of the cluster that the line is about, when that is another one. */
	objectAt(line: number): ObjectRef | undefined;
}

export const EMPTY_DOCUMENT: Document = {
	length: 0,
	textAt: () => '',
	styledAt: () => [],
	hangAt: () => 0,
	endAt: line => line + 1,
	startsClosed: () => false,
	keyAt: () => '',
	copyAt: () => '',
	objectAt: () => undefined,
};

/** All of it, the folded lines too. */
export function wholeText(document: Document): string {
	const lines = Array.from({length: document.length}, (_, line) => document.textAt(line).trimEnd());
	return `${lines.join('\n')}\n`;
}

/** Lines that are looked at for a thing that has moved: what moved further is another place. */
const REACH = 2000;

/** Where the thing with that key is now, nearest to where it was; -1 when it is gone. */
export function findKey(document: Document, key: string, near: number): number {
	for (let distance = 0; distance <= REACH; distance++) {
		if (isAt(document, near - distance, key)) return near - distance;
		if (isAt(document, near + distance, key)) return near + distance;
	}
	return -1;
}

function isAt(document: Document, line: number, key: string): boolean {
	return line >= 0 && line < document.length && document.keyAt(line) === key;
}
