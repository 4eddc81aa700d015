import type {LogRecord, LogSelection} from '../../model/log.ts';
import type {LogView} from '../../session/logs/contract.ts';
import {byTime, indexByTime, type Timed} from '../../store/by-time.ts';
import type {PaneInput} from '../contract.ts';
import {type Names, namesOf} from './columns.ts';
import {type Entry, isRule} from './entry.ts';
import {createHappenings, type Happenings} from './happenings.ts';
import {createHeads, type Heads} from './heads.ts';
import {type LogFilter, NO_LOG_FILTER} from './filter.ts';
import {createSift, type Sift} from './sift.ts';
import {type Context, createSight, type Sight} from './sight.ts';

/** What a log page shows of the view that the session has open for it; kept up with that at the price of what is new. */
export interface LogContent {
	/** Undefined while it is being opened. */
	readonly view: LogView | undefined;
	readonly heads: Heads;
	readonly sift: Sift;
	readonly sight: Sight;
	readonly names: Names;
	readonly cleared: boolean;
	isGone(record: LogRecord): boolean;
	/**
	 * Returns how many lines came, and how many of them are shown; another selection begins anew.
	 * @param since older lines are history, and none of those that came; milliseconds since 1970
	 */
	take(selection: LogSelection, input: PaneInput, since: number): {readonly lines: number; readonly matches: number};
	/** The next line that the filter lets through after a place, or the one before it. */
	nextMatch(place: Timed | undefined, step: 1 | -1): LogRecord | undefined;
	/** Puts a rule behind what there is. */
	mark(words: string): void;
	/** What there is now is not shown any more. */
	clear(): void;
}

const NOTHING_NEW = {lines: 0, matches: 0};

/** @param elapsedMs milliseconds since whenever, of a clock that only goes forward */
export function createLogContent(elapsedMs: () => number): LogContent {
	let view: LogView | undefined;
	let {heads, sift, sight, happenings} = anew(NO_LOG_FILTER, 0, elapsedMs);
	let names: Names = namesOf([]);
	let gone: ReadonlySet<string> = new Set();
	let cleared = false;

	const open = (next: LogView | undefined): void => {
		if (next?.book !== view?.book) {
			({heads, sift, sight, happenings} = anew(sift.filter, sight.context, elapsedMs));
			cleared = false;
		}
		if (next !== undefined && next.streams !== view?.streams) {
			names = namesOf(next.streams);
			gone = new Set(next.streams.filter(stream => stream.gone).map(({source}) => source.key));
		}
		view = next;
	};

	return {
		get view() {
			return view;
		},
		get heads() {
			return heads;
		},
		get sift() {
			return sift;
		},
		get sight() {
			return sight;
		},
		get names() {
			return names;
		},
		get cleared() {
			return cleared;
		},
		isGone: ({source}) => gone.has(source.key),
		take(selection, {session, world}, since) {
			const {logView} = session;
			open(logView?.selection === selection ? logView : undefined);
			if (view === undefined) return NOTHING_NEW;
			const news = heads.take(view.book);
			const matches = news === undefined ? 0 : sift.take(news);
			const nameOf = (pod: string): string => names.pods.get(pod) ?? pod;
			heads.rule(happenings.take(view.streams, news?.heads ?? [], world.now, nameOf));
			if (news === undefined) return NOTHING_NEW;
			const old = news.heads.filter(head => head.at <= since).length;
			if (old === 0) return {lines: news.came, matches};
			return {lines: news.heads.length - old, matches: old === news.heads.length ? 0 : matches};
		},
		nextMatch(place, step) {
			const {shown, filter} = sift;
			if (filter.isEmpty || place === undefined) return undefined;
			const at = indexByTime(shown, place);
			for (let index = step === -1 ? at - 1 : at; ; index += step) {
				const entry = shown[index];
				if (entry === undefined) return undefined;
				if (!isRule(entry) && byTime(entry, place) !== 0) return entry;
			}
		},
		mark(words) {
			const last: Entry | undefined = heads.entries.at(-1);
			if (last !== undefined) heads.rule([happenings.after(last.at, words)]);
		},
		clear() {
			cleared = true;
			heads.clear();
			sift.restart();
		},
	};
}

function anew(
	filter: LogFilter,
	context: Context,
	elapsedMs: () => number,
): {readonly heads: Heads; readonly sift: Sift; readonly sight: Sight; readonly happenings: Happenings} {
	const heads = createHeads();
	const sift = createSift(heads, elapsedMs);
	sift.setFilter(filter);
	return {heads, sift, sight: createSight(heads, sift, context), happenings: createHappenings()};
}
