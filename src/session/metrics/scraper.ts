import type {Cancel, Clock, Random} from '../../lib/clock.ts';
import {createPodScrapes, type Scraped} from '../../kube/scrape/pod-scrapes.ts';
import type {Transport} from '../../kube/ports.ts';
import type {MetricsEndpoint, ScrapeFailure, ScrapeState} from '../../model/scrape.ts';
import type {Ledger} from '../ledger.ts';

/** A pod whose metrics are wanted. */
export interface ScrapeWish {
	/** Of this pod and endpoint, and no other. */
	readonly key: string;
	/** The uid of its workload, or its own. */
	readonly owner: string;
	readonly pod: {readonly namespace: string; readonly name: string; readonly ip: string};
	readonly endpoint: MetricsEndpoint;
}

/** Reads the metrics of pods again and again. */
export interface Scraper {
	/**
	 * These and no others, from now on; the same wishes again change nothing. While nobody watches, nothing is read, but what is known of
	 * them is kept: who looks again reads at once what is due.
	 */
	want(wishes: readonly ScrapeWish[], isWatched: boolean): void;
	/** By the key of the wish; a new map when one has changed. */
	states(): ReadonlyMap<string, ScrapeState>;
	/** Reads now what waits after a failure. */
	retryNow(): void;
	stop(): void;
}

/** Read at once: more would crowd the API server, and take turns on our own core anyway. */
const SCRAPES_MAX = 8;

/** As often as most let Prometheus come: a rate over a minute has four points. */
const PERIOD_MS = 15_000;

/** Who mends an endpoint or grants a right does not wait for us. */
const PERIOD_MS_MAX = 5 * 60_000;

/** By so much of its length a pause differs, lest all pods be read in the same moment for ever. */
const JITTER = 0.1;

interface Entry {
	wish: ScrapeWish;
	state: ScrapeState;
	dueAt: number;
	/** Aborts what is under way; undefined while nothing is. */
	reading: AbortController | undefined;
}

/**
 * Reads metrics every 15 s, eight pods at a time; one that fails is asked more and more seldom, up to every five minutes. Trouble of
 * the API server itself is nobody's failure and changes no pace.
 * @param options.read takes the text of one reading at once: it is kept nowhere
 * @param options.publish a state has changed
 */
export function createScraper(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	readonly read: (wish: ScrapeWish, text: string, at: number) => void;
	readonly publish: () => void;
}): Scraper {
	const {clock, random, ledger, read, publish} = options;
	const scrapes = createPodScrapes(options);
	const entries = new Map<string, Entry>();
	let states: ReadonlyMap<string, ScrapeState> | undefined;
	let isWatched = false;
	let isStopped = false;
	let reading = 0;
	let cancelTimer: Cancel | undefined;

	const change = (): void => {
		states = undefined;
		publish();
	};
	/** Begins what is due and has a place, and comes back when the next will be. */
	const proceed = (): void => {
		cancelTimer?.();
		cancelTimer = undefined;
		if (!isWatched || isStopped) return;
		const now = clock.now();
		while (reading < SCRAPES_MAX) {
			const next = soonest(entries);
			if (next === undefined) return;
			if (next.dueAt > now) {
				cancelTimer = clock.after(next.dueAt - now, proceed);
				return;
			}
			void readOne(next);
		}
	};
	const readOne = async (entry: Entry): Promise<void> => {
		const {wish} = entry;
		const done = ledger.begin(`metrics ${wish.pod.name}`);
		const own = new AbortController();
		entry.reading = own;
		reading += 1;
		const startedAt = clock.now();
		try {
			const {owner, endpoint, pod} = wish;
			const target = {namespace: pod.namespace, pod: pod.name, ip: pod.ip, owner, endpoint};
			const scraped = await scrapes.scrape(target, own.signal);
			if (!own.signal.aborted) settle(entry, scraped, startedAt);
		} finally {
			entry.reading = undefined;
			reading -= 1;
			done();
			proceed();
		}
	};
	const settle = (entry: Entry, scraped: Scraped, startedAt: number): void => {
		const at = clock.now();
		if ('text' in scraped) {
			entry.state = {phase: 'fresh', at, way: scraped.way, tookMs: at - startedAt};
			entry.dueAt = startedAt + spread(PERIOD_MS, random);
			read(entry.wish, scraped.text, at);
		} else {
			const {failure} = scraped;
			const before = entry.state;
			const tries = (before.phase === 'failing' ? before.tries : 0) + (failure.kind === 'cluster' ? 0 : 1);
			entry.state = {
				phase: 'failing',
				at: before.phase === 'waiting' ? undefined : before.at,
				tries,
				failure,
			};
			entry.dueAt = startedAt + spread(pauseAfter(failure, tries), random);
		}
		change();
	};
	const forget = (entry: Entry): void => {
		entries.delete(entry.wish.key);
		entry.reading?.abort();
		states = undefined;
	};
	return {
		want(wishes, watched) {
			if (isStopped) return;
			isWatched = watched;
			const wanted = new Set(wishes.map(({key}) => key));
			for (const entry of entries.values()) if (!wanted.has(entry.wish.key)) forget(entry);
			for (const wish of wishes) {
				const known = entries.get(wish.key);
				if (known !== undefined) known.wish = wish;
				else {
					const dueAt = clock.now();
					entries.set(wish.key, {wish, state: {phase: 'waiting'}, dueAt, reading: undefined});
					states = undefined;
				}
			}
			proceed();
		},
		states() {
			states ??= new Map([...entries].map(([key, {state}]) => [key, state]));
			return states;
		},
		retryNow() {
			for (const entry of entries.values()) if (entry.state.phase === 'failing') entry.dueAt = clock.now();
			proceed();
		},
		stop() {
			isStopped = true;
			cancelTimer?.();
			for (const entry of entries.values()) entry.reading?.abort();
			scrapes.stop();
		},
	};
}

/** Of those that are not being read, the one that is due first. */
function soonest(entries: ReadonlyMap<string, Entry>): Entry | undefined {
	let first: Entry | undefined;
	for (const entry of entries.values())
		if (entry.reading === undefined && (first === undefined || entry.dueAt < first.dueAt)) first = entry;
	return first;
}

function pauseAfter({kind, retryAfterMs = 0}: ScrapeFailure, tries: number): number {
	if (kind === 'cluster') return Math.max(PERIOD_MS, Math.min(retryAfterMs, PERIOD_MS_MAX));
	if (kind === 'forbidden') return PERIOD_MS_MAX;
	return Math.min(PERIOD_MS * 2 ** (tries - 1), PERIOD_MS_MAX);
}

function spread(pauseMs: number, random: Random): number {
	return pauseMs * (1 - JITTER / 2 + JITTER * random());
}
