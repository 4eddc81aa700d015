import type {Clock, Random} from '../../lib/clock.ts';
import type {LogRange, LogRecord, LogSelection, LogSource, TailLine, TailState} from '../../model/log.ts';
import type {Transport} from '../../kube/ports.ts';
import type {Join} from '../../services/join.ts';
import type {TrafficBook} from '../../services/traffic/contract.ts';
import {createTrafficBook, THRESHOLD_MS} from '../../services/traffic/traffic-book.ts';
import type {Collection} from '../../store/collection.ts';
import {createLogBook} from '../../store/log-book.ts';
import type {Ledger} from '../ledger.ts';
import type {LogStream, LogView, TrafficView} from './contract.ts';
import {createCoverage} from './coverage.ts';
import {createIngressLogs, type IngressLogs} from './ingress-logs.ts';
import {createLineReader, type LineReader} from './line-reader.ts';
import {createTrafficNews} from './news.ts';
import {type ReadAlong, logsToReadAlong} from './read-along.ts';
import {selectedContainers} from './selected.ts';
import {createSources, type WantedLog} from './sources.ts';
import {createLogStreams, type LogWish} from './streams.ts';

/** All logs that are read: those that a screen shows, and those that tell of the requests of the services. */
export interface LogHub {
	readonly view: LogView | undefined;
	readonly traffic: TrafficView;
	/** Services of which there is news for the rules: every few seconds, unless it is to be told at once. */
	news(now: number, atOnce: boolean): ReadonlySet<string>;
	/** These logs are shown from now on, from as far back as they ask; undefined: none. */
	follow(selection: LogSelection | undefined): void;
	/** With each commit: pods come and go. */
	update(now: Seen): void;
	retryNow(): void;
	stop(): void;
}

/** What a commit knows. */
export interface Seen {
	readonly join: Join;
	readonly collections: Readonly<Record<string, Collection>>;
	/** Before all lists are whole, nobody knows whose a pod is. */
	readonly isLive: boolean;
	readonly now: number;
}

/** How far back a log is read that nobody looks at: what windows need, and not more than travels quickly. */
const READ_ALONG: LogRange = {key: '', title: '15m', sinceMs: 15 * 60_000, lines: 1000};

/** What a log says is at its end when nothing came for so long. */
const REST_MS = 1000;

const MEASURE_MS = 5000;
/** Lines a second, over that time, of logs that nobody looks at: above it, fewer pods are read. */
const BUSY_LINES = 2000;
/** And when it is that quiet for as long, all are read again. */
const QUIET_LINES = 300;

export function createLogHub(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	readonly wake: () => void;
	/** Lines that a log view keeps; 50,000 when missing. */
	readonly linesKept?: number | undefined;
	/** A request that takes longer is slow; a second when missing. */
	readonly slowMs?: number | undefined;
}): LogHub {
	const {clock, wake, slowMs = THRESHOLD_MS} = options;
	const book: TrafficBook = createTrafficBook({thresholdMs: slowMs});
	const sourceOf = createSources();
	const readers = new Map<string, {source: LogSource; readonly lines: LineReader; deliveredAt: number}>();
	const coverage = createCoverage(READ_ALONG);
	let shown = new Map<string, WantedLog>();
	let gone = new Map<string, LogSource>();
	/** The range that each log was opened with: closing a view opens nothing anew. */
	const ranges = new Map<string, LogRange>();
	let alongside: readonly WantedLog[] = [];
	let view: LogView | undefined;
	let seen: Seen | undefined;
	let chosenFor: Seen | undefined;
	/** Of the controllers of Ingresses, as last wished for. */
	let controllers: IngressLogs['logs'] = [];
	/** What the streams of the view were told from. */
	let statesShown: ReadonlyMap<string, TailState> | undefined;
	let seq = 0;
	/** Since the last commit: the book is brought up to date once for all of them. */
	let arrived: LogRecord[] = [];
	let isBusy = false;
	let linesSince = 0;
	let measuredAt = clock.now();

	const readerOf = (source: LogSource): LineReader => {
		const known = readers.get(source.key);
		if (known !== undefined) {
			known.source = source;
			known.deliveredAt = clock.now();
			return known.lines;
		}
		const entry: {source: LogSource; lines: LineReader; deliveredAt: number} = {
			source,
			deliveredAt: clock.now(),
			lines: createLineReader(
				() => entry.source,
				seen?.now ?? clock.now(),
				book,
				ingress.reads(source) ? ingress.serviceOf : undefined,
			),
		};
		readers.set(source.key, entry);
		return entry.lines;
	};
	const deliver = (source: LogSource, lines: readonly TailLine[]): void => {
		const isShown = view !== undefined && shown.has(source.key);
		if (!isShown) linesSince += lines.length;
		const records: readonly LogRecord[] = readerOf(source).read(lines, isShown, () => (seq += 1));
		for (const record of records) arrived.push(record);
		wake();
	};
	const streams = createLogStreams({
		...options,
		deliver,
		reset: source => readers.get(source.key)?.lines.restart(),
	});
	const ingress = createIngressLogs(options);

	/** Which logs, when pods, services or the selection changed. */
	const choose = (now: Seen): void => {
		const {join, collections, isLive} = now;
		const along: readonly ReadAlong[] = isLive ? logsToReadAlong(join.services(), isBusy) : [];
		alongside = along.map(({pod, container}) => sourceOf(join, pod, container, false));
		const selection = view?.selection;
		const next = new Map<string, WantedLog>();
		for (const {pod, container} of selection === undefined
			? []
			: selectedContainers(selection, join, collections)) {
			const log = sourceOf(join, pod, container, selection?.previous === true);
			next.set(log.source.key, log);
			gone.delete(log.source.key);
		}
		for (const [key, {source}] of shown) if (!next.has(key)) gone.set(key, source);
		shown = next;
	};
	const wish = (): void => {
		const wishes = new Map<string, LogWish>();
		for (const {source, run} of [...alongside, ...controllers])
			wishes.set(source.key, {source, run, range: ranges.get(source.key) ?? READ_ALONG, shown: false});
		for (const {source, run} of shown.values()) {
			const range = view?.selection.range ?? READ_ALONG;
			ranges.set(source.key, range);
			wishes.set(source.key, {source, run, range, shown: true});
		}
		for (const key of ranges.keys()) if (!wishes.has(key)) ranges.delete(key);
		for (const key of readers.keys()) if (!wishes.has(key)) readers.delete(key);
		streams.want([...wishes.values()]);
	};
	const rest = (): void => {
		const before = clock.now() - REST_MS;
		for (const entry of readers.values()) {
			if (entry.deliveredAt > before) continue;
			entry.deliveredAt = Number.POSITIVE_INFINITY;
			entry.lines.rest();
		}
	};
	const measure = (): void => {
		const elapsedMs = clock.now() - measuredAt;
		if (elapsedMs < MEASURE_MS) return;
		const linesPerSecond = (linesSince * 1000) / elapsedMs;
		[linesSince, measuredAt] = [0, clock.now()];
		if (isBusy ? linesPerSecond > QUIET_LINES : linesPerSecond <= BUSY_LINES) return;
		isBusy = !isBusy;
		chosenFor = undefined;
	};
	const streamsOf = (states: ReadonlyMap<string, TailState>): readonly LogStream[] => [
		...[...shown.values()].map(({source}) => ({
			source,
			state: states.get(source.key) ?? QUEUED,
			gone: false,
		})),
		...[...gone.values()].map(source => ({source, state: GONE, gone: true})),
	];

	return {
		get view() {
			return view;
		},
		traffic: {
			slowMs,
			of: service => (coverage.isRead(service) ? book.of(service, seen?.now ?? 0) : undefined),
			because: service => coverage.because(service),
		},
		news: createTrafficNews(now => {
			const read = [...coverage.services.keys()].filter(service => coverage.isRead(service));
			return new Map(read.map(service => [service, book.of(service, now)]));
		}),
		follow(selection) {
			if (selection === view?.selection) return;
			view =
				selection === undefined ? undefined : {selection, book: createLogBook(options.linesKept), streams: []};
			[gone, shown, arrived] = [new Map(), new Map(), []];
			chosenFor = undefined;
			if (seen !== undefined) this.update(seen);
		},
		update(now) {
			seen = now;
			measure();
			rest();
			const isSame =
				chosenFor?.collections['pod'] === now.collections['pod'] &&
				chosenFor?.join.services() === now.join.services() &&
				chosenFor?.isLive === now.isLive;
			if (!isSame) {
				choose(now);
				chosenFor = now;
				statesShown = undefined;
			}
			ingress.update(now, book);
			if (!isSame || controllers !== ingress.logs) {
				controllers = ingress.logs;
				wish();
			}
			const states = streams.states();
			coverage.update({join: now.join, now: now.now, alongside, states, firstLineAt, fallback: ingress.because});
			book.cover(coverage.services);
			if (view === undefined) return;
			if (arrived.length > 0) view.book.add(arrived);
			arrived = [];
			if (states === statesShown) return;
			statesShown = states;
			// Another one: who looks at it tells by that what changed.
			view = {...view, streams: streamsOf(states)};
		},
		retryNow: () => streams.retryNow(),
		stop() {
			streams.stop();
			ingress.stop();
		},
	};

	/** When reading begins at the oldest line there was room for; undefined when all of the range was read. */
	function firstLineAt(source: LogSource): number | undefined {
		const lines = readers.get(source.key)?.lines;
		return lines !== undefined && lines.history >= (READ_ALONG.lines ?? 0) ? lines.firstAt : undefined;
	}
}

const QUEUED: TailState = {phase: 'queued'};
const GONE: TailState = {phase: 'ended', because: 'the pod is gone'};
