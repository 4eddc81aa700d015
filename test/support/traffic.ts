import type {LogSource} from '../../src/model/log.ts';
import type {LoggedRequest} from '../../src/model/request.ts';
import type {
	Durations,
	Figures,
	RouteTraffic,
	SeenRequest,
	ServiceTraffic,
	Windows,
} from '../../src/services/traffic/contract.ts';
import {NOON} from './rows.ts';

/** Made-up traffic, added up exactly from lists of durations. */

const MINUTE_MS = 60_000;

/** What the logs of a service tell: of the given routes, and nothing else. */
export function traffic(fields: Partial<ServiceTraffic> = {}): ServiceTraffic {
	const {routes = []} = fields;
	return {
		at: NOON,
		since: NOON - 60 * MINUTE_MS,
		coverage: {read: 3, of: 3},
		slowMs: 1000,
		timing: 'all',
		formats: ['json'],
		from: 'app',
		total: windowsOf(sumOf(routes.map(({total}) => total.m5))),
		revisions: [],
		pods: [],
		routes,
		probes: [],
		slow: [],
		failed: [],
		incidents: [],
		...fields,
	};
}

/** A route with the same figures in each window; by revision, the newest first, when durations are given so. */
export function route(
	name: string,
	durationsMs: readonly number[] | Readonly<Record<string, readonly number[]>>,
	more: Partial<Omit<Figures, 'durations'>> & {readonly share?: number} = {},
): RouteTraffic {
	const {share, ...figures} = more;
	const each = Array.isArray(durationsMs) ? {'rev 41': durationsMs as readonly number[]} : durationsMs;
	const revisions = Object.entries(each as Readonly<Record<string, readonly number[]>>);
	return {
		route: name,
		total: windowsOf(
			figuresOf(
				revisions.flatMap(([, own]) => own),
				figures,
			),
		),
		revisions: revisions.map(([revision, own]) => ({revision, total: windowsOf(figuresOf(own, figures))})),
		share,
		lastAt: NOON,
	};
}

export function figuresOf(durationsMs: readonly number[], more: Partial<Omit<Figures, 'durations'>> = {}): Figures {
	return {
		count: durationsMs.length,
		rate: durationsMs.length / 300,
		serverErrors: 0,
		clientErrors: 0,
		...more,
		durations: durationsOf(durationsMs),
	};
}

export function windowsOf(figures: Figures): Windows {
	return {m1: figures, m5: figures, m15: figures, earlier: figures};
}

/** It remembers them all. */
interface ExactDurations extends Durations {
	readonly sorted: readonly number[];
}

export function durationsOf(durationsMs: readonly number[]): ExactDurations {
	const sorted = durationsMs.toSorted((a, b) => a - b);
	return {
		sorted,
		count: sorted.length,
		sumMs: sorted.reduce((sum, ms) => sum + ms, 0),
		maxMs: sorted.at(-1),
		quantile: share => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)],
		between: (fromMs, toMs) => sorted.filter(ms => ms >= fromMs && ms < toMs).length,
	};
}

/** Requests that took about so long: spread evenly from 0.8 to 1.2 times of it. */
export function about(ms: number, count: number): readonly number[] {
	return Array.from({length: count}, (_, index) => ms * (0.8 + (0.4 * index) / count));
}

/** One request; it was answered by the pod at `at`. */
export function seen(
	name: string,
	request: Partial<LoggedRequest>,
	{at = NOON, ...source}: Partial<LogSource> & {readonly at?: number} = {},
): SeenRequest {
	return {
		at,
		route: name,
		request: {
			method: 'GET',
			path: '/items/4711?page=2',
			route: '',
			status: 200,
			durationMs: 1200,
			id: '',
			agent: '',
			upstream: '',
			slowOnly: false,
			...request,
		},
		source: {
			key: 'uid-x2xkq/app',
			namespace: 'shop',
			pod: 'api-7f9c5d-x2xkq',
			podUid: 'uid-x2xkq',
			container: 'app',
			previous: false,
			revision: 'rev 42',
			service: 'uid-api',
			...source,
		},
	};
}

function sumOf(all: readonly Figures[]): Figures {
	const add = (of: (figures: Figures) => number): number => all.reduce((sum, figures) => sum + of(figures), 0);
	return {
		count: add(({count}) => count),
		rate: add(({rate}) => rate),
		serverErrors: add(({serverErrors}) => serverErrors),
		clientErrors: add(({clientErrors}) => clientErrors),
		durations: durationsOf(all.flatMap(({durations}) => (durations as ExactDurations).sorted)),
	};
}
