import type {LogRecord} from '../../model/log.ts';
import {byTime, mergeByTime, type Timed} from '../../store/by-time.ts';
import {dropBefore, type Entry, indexOfEntry, insertEntry, isRule} from './entry.ts';
import {isMatch, literally, type LogFilter, NO_LOG_FILTER} from './filter.ts';
import type {Heads, News} from './heads.ts';

/** What of a log a filter lets through. Most of a log is looked at in slices, the newest first; what comes is looked at once. */
export interface Sift {
	readonly filter: LogFilter;
	/** In the order of time, with all rules: as far as has been looked back. Changed in place or replaced. */
	readonly shown: readonly Entry[];
	/** Not all has been looked at. */
	readonly busy: boolean;
	/** Grows with every change of what is shown. */
	readonly version: number;
	setFilter(filter: LogFilter): void;
	/** Takes what is new, after `heads` did. Returns how many lines of it are shown. */
	take(news: News): number;
	rule(entry: Entry): void;
	/** Everything anew: the log was cleared. */
	restart(): void;
	/** Looks further back: a slice of it. Without a clock a slice ends with its lines alone. */
	work(): void;
}

/** A frame that is in time has 50 ms: a slice leaves most of it to the painting. */
const SLICE_MS = 8;

/** What a plain word costs in less than a slice. */
const SLICE_ENTRIES = 8192;

/** Patterns that take longer than this for a line, on lines made for it, are not worth the wait: 50,000 lines take 10 s then. */
const LINE_MS_MAX = 0.2;

/** Some time must be measured before one can say that. */
const TRIAL_MS = 250;

/** @param elapsedMs milliseconds since whenever, of a clock that only goes forward */
export function createSift(heads: Heads, elapsedMs: () => number): Sift {
	let filter: LogFilter = NO_LOG_FILTER;
	let shown: Entry[] = [];
	/** What is still to be looked at: of this list, all before that place. */
	let source: readonly Entry[] = [];
	let left = 0;
	let version = 0;
	let spentMs = 0;
	let tested = 0;

	const hasText = (head: LogRecord): boolean => {
		const {pattern, inverse} = filter;
		if (pattern === undefined) return true;
		const isFound = isMatch(pattern, head.text) || heads.foldsOf(head).some(({text}) => isMatch(pattern, text));
		return isFound !== inverse;
	};
	const passes = (entry: Entry): boolean => isRule(entry) || (filter.meets(entry) && hasText(entry));
	const lookAt = (entries: readonly Entry[]): void => {
		source = entries;
		left = entries.length;
		shown = [];
		spentMs = 0;
		tested = 0;
	};
	/** It will be looked at: nothing is to be said of it yet. */
	const isAhead = (place: Timed): boolean => {
		const next = source[left - 1];
		return next !== undefined && byTime(place, next) <= 0;
	};
	/** A line that belongs to one that was looked at before may have what that one lacks. */
	const takeFold = ({head, text}: LogRecord, oldest: Timed | undefined): void => {
		const {pattern, inverse} = filter;
		if (head === undefined || pattern === undefined || isAhead(head) || !isMatch(pattern, text)) return;
		if (oldest !== undefined && byTime(head, oldest) < 0) return;
		if (!inverse) {
			if (filter.meets(head)) insertEntry(shown, head);
			return;
		}
		const index = indexOfEntry(shown, head);
		if (index >= 0) shown.splice(index, 1);
	};
	const apply = (next: LogFilter): void => {
		const candidates = isNarrower(next, filter) ? [...source.slice(0, left), ...shown] : [...heads.entries];
		filter = next;
		version += 1;
		lookAt(next.isEmpty ? [] : candidates);
	};

	/** Tests lines, and remembers how long that took. */
	const timed = <T>(run: () => T): T => {
		const before = elapsedMs();
		const result = run();
		spentMs += elapsedMs() - before;
		return result;
	};
	const giveUpWhenSlow = (): void => {
		if (spentMs <= TRIAL_MS || spentMs / tested <= LINE_MS_MAX || filter.plain !== undefined) return;
		filter = literally(filter);
		lookAt([...heads.entries]);
	};

	return {
		get filter() {
			return filter;
		},
		get shown() {
			return filter.isEmpty ? heads.entries : shown;
		},
		get busy() {
			return left > 0;
		},
		get version() {
			return version;
		},
		setFilter: apply,
		take(news) {
			version += 1;
			if (filter.isEmpty) return news.heads.length;
			tested += news.heads.length + news.folds.length;
			const passed = timed(() => news.heads.filter(passes));
			mergeByTime(shown, passed);
			timed(() => news.folds.forEach(fold => takeFold(fold, news.oldest)));
			if (news.oldest !== undefined) dropBefore(shown, news.oldest);
			giveUpWhenSlow();
			return passed.length;
		},
		rule(entry) {
			version += 1;
			if (!filter.isEmpty) insertEntry(shown, entry);
		},
		restart() {
			version += 1;
			lookAt(filter.isEmpty ? [] : [...heads.entries]);
		},
		work() {
			if (left === 0) return;
			const began = elapsedMs();
			const found: Entry[] = [];
			const end = Math.max(left - SLICE_ENTRIES, 0);
			const [oldest] = heads.entries;
			let now = began;
			while (left > end && now - began < SLICE_MS) {
				left -= 1;
				tested += 1;
				const entry = source[left];
				if (entry === undefined) continue;
				// All that comes before it has been let go.
				if (oldest === undefined || byTime(entry, oldest) < 0) left = 0;
				else if (passes(entry)) found.push(entry);
				now = elapsedMs();
			}
			spentMs += now - began;
			version += 1;
			if (found.length > 0) shown = [...found.reverse(), ...shown];
			if (left === 0) source = [];
			giveUpWhenSlow();
		},
	};
}

/** What the next filter lets through is among what this one does: it only asks for a longer word. */
function isNarrower(next: LogFilter, before: LogFilter): boolean {
	if (before.isEmpty || next.isEmpty || next.inverse || before.inverse) return false;
	if (next.conditions !== before.conditions) return false;
	if (before.plain === undefined || next.plain === undefined) return before.pattern === undefined;
	return next.plain.includes(before.plain);
}
