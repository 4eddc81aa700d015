import type {Level, LogSource} from '../../src/model/log.ts';
import type {LoggedRequest} from '../../src/model/request.ts';
import type {
	Durations,
	Figures,
	Incident,
	RouteTraffic,
	SeenRequest,
	ServiceTraffic,
	Windows,
} from '../../src/services/traffic/contract.ts';
import type {Heard} from '../../src/telemetry/incidents/heard.ts';

const SLOW_MS = 1_000;

interface Read {
	readonly level: Level | undefined;
	readonly request: LoggedRequest | undefined;
}

export function readLine(text: string): Read {
	const slow = /SLOW REQUEST: \w+:\/\/[^/]+(?<path>\S+) took (?<s>[\d.]+)s/.exec(text)?.groups;
	if (slow !== undefined)
		return {level: undefined, request: requestOf('', slow['path'], 0, Number(slow['s']) * 1000, true)};
	const gin =
		/^\[GIN\] \S+ - \S+ \| (?<status>\d+) \|\s*(?<dur>[\d.]+)(?<unit>µs|ms|s) \|\s*\S+ \| (?<method>\S+)\s+"(?<path>[^"]*)"/.exec(
			text,
		)?.groups;
	if (gin !== undefined) {
		const unit = {µs: 0.001, ms: 1, s: 1000}[gin['unit'] ?? ''] ?? 1;
		return {
			level: 'info',
			request: requestOf(gin['method'], gin['path'], Number(gin['status']), Number(gin['dur']) * unit, false),
		};
	}
	const access = / - "(?<method>[A-Z]+) (?<path>\S+) HTTP\/[\d.]+" (?<status>\d+)/.exec(text)?.groups;
	if (access !== undefined)
		return {
			level: 'info',
			request: requestOf(access['method'], access['path'], Number(access['status']), undefined, false),
		};
	const level = /\b(INFO|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b/.exec(text.slice(0, 60))?.[1];
	const levels: Record<string, Level> = {
		INFO: 'info',
		WARN: 'warn',
		WARNING: 'warn',
		ERROR: 'error',
		CRITICAL: 'fatal',
		FATAL: 'fatal',
	};
	return {level: level === undefined ? undefined : levels[level], request: undefined};
}

function requestOf(
	method = '',
	path = '',
	status = 0,
	durationMs: number | undefined,
	slowOnly: boolean,
): LoggedRequest {
	return {method, path, route: '', status, durationMs, id: '', agent: '', upstream: '', slowOnly};
}

export interface StandIn {
	take(request: LoggedRequest, at: number, source: LogSource): void;
	hear(heard: Heard, at: number, source: LogSource): void;
	of(now: number, since: number, revisions: readonly string[], pods: number): ServiceTraffic;
}

export function createStandIn(): StandIn {
	const all: SeenRequest[] = [];
	const heard: {heard: Heard; at: number; source: LogSource}[] = [];
	const methods = new Map<string, string>();
	return {
		take(request, at, source) {
			const path = request.path.replace(/\?.*/, '').replaceAll(/\/\d+(?=\/|$)/g, '/{id}');
			if (request.method !== '') methods.set(path, request.method);
			all.push({at, route: `${methods.get(path) ?? 'GET'} ${path}`, request, source});
		},
		hear: (one, at, source) => void heard.push({heard: one, at, source}),
		of(now, since, revisions, pods) {
			const own = all.filter(({at}) => at <= now);
			const isProbe = ({route}: SeenRequest): boolean => /\/(?:health|metrics)/.test(route);
			const real = own.filter(one => !isProbe(one));
			const hasSlowOnly = real.some(({request}) => request.slowOnly);
			const timed = real.some(({request}) => request.durationMs !== undefined && !request.slowOnly);
			const figures = (list: readonly SeenRequest[], from: number, to: number): Figures => {
				const within = list.filter(({at}) => at > now - from && at <= now - to);
				const counted = within.filter(({request}) => !request.slowOnly);
				return {
					count: counted.length,
					rate: counted.length / (Math.max(1_000, Math.min(from, now - since)) / 1000),
					serverErrors: counted.filter(({request: {status}}) => status >= 500).length,
					clientErrors: counted.filter(({request: {status}}) => status >= 400 && status < 500).length,
					durations: durationsOf(within, hasSlowOnly),
				};
			};
			const windows = (list: readonly SeenRequest[]): Windows => ({
				m1: figures(list, 60_000, 0),
				m5: figures(list, 300_000, 0),
				m15: figures(list, 900_000, 0),
				earlier: figures(list, 900_000, 300_000),
			});
			const byRevision = (list: readonly SeenRequest[]) =>
				revisions.flatMap(revision => {
					const of = list.filter(({source}) => source.revision === revision);
					return of.length === 0 ? [] : [{revision, total: windows(of)}];
				});
			const routesOf = (list: readonly SeenRequest[]): readonly RouteTraffic[] =>
				[...Map.groupBy(list, ({route}) => route)]
					.map(([route, of]) => ({
						route,
						total: windows(of),
						revisions: byRevision(of),
						share: timeOf(of) / (timeOf(list) || 1),
						lastAt: Math.max(...of.map(({at}) => at)),
					}))
					.toSorted((a, b) => b.share - a.share);
			const newest = real.toReversed();
			return {
				at: now,
				since,
				coverage: {read: pods, of: pods},
				timing: real.length === 0 ? 'unknown' : timed ? 'all' : hasSlowOnly ? 'slow-only' : 'none',
				formats: [],
				from: 'app',
				total: windows(real),
				revisions: byRevision(real),
				pods: [...Map.groupBy(real, ({source}) => source.pod)].map(([pod, of]) => ({
					pod,
					revision: of[0]?.source.revision ?? '',
					total: windows(of),
				})),
				routes: routesOf(real),
				probes: routesOf(own.filter(isProbe)),
				slow: newest.filter(({request}) => (request.durationMs ?? 0) >= SLOW_MS).slice(0, 200),
				failed: newest.filter(({request}) => request.status >= 500).slice(0, 200),
				incidents: incidentsOf(
					heard.filter(({at}) => at <= now),
					now,
				),
			};
		},
	};
}

function timeOf(list: readonly SeenRequest[]): number {
	return list.reduce((sum, {request}) => sum + (request.durationMs ?? 0), 0);
}

function durationsOf(list: readonly SeenRequest[], hasSlowOnly: boolean): Durations {
	const values = list.flatMap(({request}) => request.durationMs ?? []).toSorted((a, b) => a - b);
	const slowOnly = list.filter(({request}) => request.slowOnly).length;
	const untimed = list.filter(({request}) => request.durationMs === undefined).length;
	const below = hasSlowOnly ? Math.max(0, untimed - slowOnly) : 0;
	const count = values.length + below;
	return {
		count,
		sumMs: values.reduce((sum, value) => sum + value, 0),
		maxMs: values.at(-1),
		quantile: share => values[Math.ceil(share * count) - 1 - below],
		between: (from, to) => values.filter(value => value >= from && value < to).length,
	};
}

function incidentsOf(
	heard: readonly {heard: Heard; at: number; source: LogSource}[],
	now: number,
): readonly Incident[] {
	const keyOf = ({heard: {kind, name, where}}: (typeof heard)[number]): string => [kind, name, where].join('|');
	return [...Map.groupBy(heard, keyOf)].flatMap(([key, of]) => {
		const last = of.at(-1);
		const since = (ms: number): number => of.filter(({at}) => at > now - ms).length;
		if (last === undefined) return [];
		return [
			{
				...last.heard,
				key,
				counts: {
					m1: since(60_000),
					m5: since(300_000),
					earlier: since(900_000) - since(300_000),
					all: of.length,
				},
				revisions: [...Map.groupBy(of, ({source}) => source.revision)].map(([revision, own]) => ({
					revision,
					m5: own.filter(({at}) => at > now - 300_000).length,
					all: own.length,
				})),
				pods: [...new Set(of.filter(({at}) => at > now - 300_000).map(({source}) => source.pod))],
				firstAt: of[0]?.at ?? 0,
				lastAt: last.at,
				source: last.source,
			},
		];
	});
}
