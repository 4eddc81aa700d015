import type {Document} from './document.ts';

/** What the user has opened and closed, by the key of the line that it stands below; the rest is as the document has it. */
export type Folds = ReadonlyMap<string, boolean>;

export const NO_FOLDS: Folds = new Map();

/** Folds that are remembered; nobody opens more by hand. */
const FOLDS_MAX = 1000;

/** Whether what stands below a line is hidden. */
export function isClosed(document: Document, line: number, folds: Folds): boolean {
	if (document.endAt(line) <= line + 1) return false;
	const wish = folds.size === 0 ? undefined : folds.get(document.keyAt(line));
	return wish ?? document.startsClosed(line);
}

/** The numbers of the lines that are shown, in order. */
export function shownLines(document: Document, folds: Folds): readonly number[] {
	const shown: number[] = [];
	for (let line = 0; line < document.length;) {
		shown.push(line);
		// A document must not keep us in one place.
		line = isClosed(document, line, folds) ? Math.max(document.endAt(line), line + 1) : line + 1;
	}
	return shown;
}

/** Closes what is open below a line, and opens what is closed. Undefined when nothing stands below it. */
export function toggled(document: Document, line: number, folds: Folds): Folds | undefined {
	if (document.endAt(line) <= line + 1) return undefined;
	return withWish(folds, document.keyAt(line), !isClosed(document, line, folds));
}

/** With everything open above a line, so that it is shown. */
export function opened(document: Document, line: number, folds: Folds): Folds {
	let next = folds;
	for (let at = 0; at < line;) {
		const end = document.endAt(at);
		if (end <= line) {
			at = Math.max(end, at + 1);
			continue;
		}
		if (isClosed(document, at, next)) next = withWish(next, document.keyAt(at), false);
		at += 1;
	}
	return next;
}

function withWish(folds: Folds, key: string, closed: boolean): Folds {
	const next = new Map(folds);
	next.delete(key);
	next.set(key, closed);
	for (const oldest of next.keys()) {
		if (next.size <= FOLDS_MAX) break;
		next.delete(oldest);
	}
	return next;
}
