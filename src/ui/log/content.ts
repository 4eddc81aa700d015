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
import {createSight, type Sight} from './sight.ts';

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
	/** Returns how many lines came, and how many of them are shown; another selection begins anew. */
	take(selection: LogSelection, input: PaneInput): {readonly lines: number; readonly matches: number};
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
	let {heads, sift, sight, happenings} = anew(NO_LOG_FILTER, elapsedMs);
	let names: Names = namesOf([]);
	let gone: ReadonlySet<string> = new Set();
	let cleared = false;

	const open = (next: LogView | undefined): void => {
		if (next?.book !== view?.book) {
			({heads, sift, sight, happenings} = anew(sift.filter, elapsedMs));
			cleared = false;
		}
		if (next !== undefined && next.streams !== view?.streams) {
			names = namesOf(next.streams);
			gone = new Set(next.streams.filter(stream => stream.gone).map(({source}) => source.key));
		}
		view = next;
	};
	const rule = (entries: ReturnType<Happenings['take']>): void => {
		heads.rule(entries);
		for (const entry of entries) sift.rule(entry);
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
		take(selection, {session, world}) {
			const {logView} = session;
			open(logView?.selection === selection ? logView : undefined);
			if (view === undefined) return NOTHING_NEW;
			const news = heads.take(view.book);
			const matches = news === undefined ? 0 : sift.take(news);
			const nameOf = (pod: string): string => names.pods.get(pod) ?? pod;
			rule(happenings.take(view.streams, news?.heads ?? [], world.now, nameOf));
			return news === undefined ? NOTHING_NEW : {lines: news.came, matches};
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
			if (last !== undefined) rule([happenings.after(last.at, words)]);
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
	elapsedMs: () => number,
): {readonly heads: Heads; readonly sift: Sift; readonly sight: Sight; readonly happenings: Happenings} {
	const heads = createHeads();
	const sift = createSift(heads, elapsedMs);
	sift.setFilter(filter);
	return {heads, sift, sight: createSight(heads, sift), happenings: createHappenings()};
}
