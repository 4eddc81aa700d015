import type {LogRecord} from '../../model/log.ts';
import type {LogBook} from '../../store/log-book.ts';
import {byTime, indexByTime, mergeByTime, type Timed} from '../../store/by-time.ts';
import {dropBefore, type Entry, type LogRule} from './entry.ts';

/** The lines of a book that stand for themselves, and which belong to them; kept up with the book at the price of what is new. */
export interface Heads {
	/** In the order of time, with the rules between them. Changed in place. */
	readonly entries: readonly Entry[];
	/** Lines of all that is known. */
	readonly lines: number;
	/** Some line has said its level: a column is worth its cells. */
	readonly hasLevels: boolean;
	/** What belongs to a line, in the order of time. */
	foldsOf(head: LogRecord): readonly LogRecord[];
	/** Takes what has come and gone since the last call; undefined when nothing did. */
	take(book: LogBook): News | undefined;
	/** How many rules there are from a line on; none without a line. */
	rulesFrom(line: Timed | undefined): number;
	/** Puts rules between the lines, in any order. */
	rule(rules: readonly LogRule[]): void;
	/** What there is now is not shown any more. */
	clear(): void;
}

export interface News {
	/** In the order of time. */
	readonly heads: readonly LogRecord[];
	readonly folds: readonly LogRecord[];
	/** How many lines came: with those that have been let go since. */
	readonly came: number;
	/** The oldest line that is kept: what comes before it is gone. */
	readonly oldest: Timed | undefined;
}

const NO_FOLDS: readonly LogRecord[] = [];

export function createHeads(): Heads {
	const entries: Entry[] = [];
	const rules: LogRule[] = [];
	const folds = new Map<LogRecord, LogRecord[]>();
	let hasLevels = false;
	/** The last line that was seen, in the order of arrival, and how many there were, with those that were let go. */
	let seen = -1;
	let seenCount = 0;
	let version = -1;
	/** What had come when the view was cleared, and how much has since. */
	let cleared = -1;
	let linesSince = 0;
	let lines = 0;

	const isCleared = ({seq}: LogRecord): boolean => seq <= cleared;
	/** What came may be anywhere in the book, but most is at its end. */
	const freshIn = (book: LogBook): LogRecord[] => {
		const fresh: LogRecord[] = [];
		let missing = book.lines.length + book.dropped - seenCount;
		for (let index = book.lines.length - 1; index >= 0 && missing > 0; index--) {
			const record = book.lines[index];
			if (record === undefined || record.seq <= seen) continue;
			fresh.push(record);
			missing -= 1;
		}
		return fresh.reverse();
	};
	const forget = (oldest: Timed): void => {
		dropBefore(entries, oldest);
		dropBefore(rules, oldest);
		for (const head of folds.keys()) if (byTime(head, oldest) < 0) folds.delete(head);
	};
	const fold = (record: LogRecord, head: LogRecord): void => {
		const known = folds.get(head);
		if (known === undefined) folds.set(head, [record]);
		else mergeByTime(known, [record]);
	};

	return {
		entries,
		get lines() {
			return lines;
		},
		get hasLevels() {
			return hasLevels;
		},
		foldsOf: head => folds.get(head) ?? NO_FOLDS,
		take(book) {
			if (book.version === version) return undefined;
			version = book.version;
			const fresh = freshIn(book);
			const came = book.lines.length + book.dropped - seenCount;
			seenCount = book.lines.length + book.dropped;
			for (const {seq} of fresh) seen = Math.max(seen, seq);
			const news = {
				heads: fresh.filter(record => record.head === undefined && !isCleared(record)),
				folds: fresh.filter(({head}) => head !== undefined && !isCleared(head)),
				came,
				oldest: book.lines[0],
			};
			mergeByTime(entries, news.heads);
			for (const record of news.folds) if (record.head !== undefined) fold(record, record.head);
			hasLevels ||= news.heads.some(({level}) => level !== undefined);
			if (news.oldest !== undefined) forget(news.oldest);
			linesSince += came;
			lines = Math.min(linesSince, book.lines.length);
			return news;
		},
		rulesFrom: line => (line === undefined ? 0 : rules.length - indexByTime(rules, line)),
		rule(made) {
			const sorted = made.toSorted(byTime);
			mergeByTime(entries, sorted);
			mergeByTime(rules, sorted);
		},
		clear() {
			cleared = seen;
			entries.length = 0;
			rules.length = 0;
			folds.clear();
			linesSince = 0;
			lines = 0;
		},
	};
}
