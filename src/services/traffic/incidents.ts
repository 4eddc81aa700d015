import type {LogSource} from '../../model/log.ts';
import type {Heard} from '../../telemetry/incidents/heard.ts';
import type {Incident} from './contract.ts';
import {addRequest, createSeries, type Series} from './series.ts';
import {type Frame, sumsOf} from './windows.ts';

/** Adds up what is the same of what logs complain about. */
export interface Incidents {
	hear(heard: Heard, at: number, source: LogSource, latest: number): void;
	/** The most frequent in the last five minutes first, then the newest. */
	list(frame: Frame, rankOf: (revision: string) => number): readonly Incident[];
}

/** Sorts of complaints of one service; the one that was not heard for longest goes. */
const INCIDENTS_MAX = 100;
/** Revisions that said it, and pods; the one that did not for longest goes. */
const REVISIONS_MAX = 8;
const PODS_MAX = 200;

/** The minutes that a pod is named for. */
const PODS_MS = 5 * 60_000;

interface Kept {
	heard: Heard;
	source: LogSource;
	firstAt: number;
	lastAt: number;
	all: number;
	readonly series: Series;
	readonly revisions: Map<string, {all: number; readonly series: Series}>;
	/** When a pod said it last. */
	readonly pods: Map<string, number>;
}

export function createIncidents(): Incidents {
	/** The one that was heard last is the last. */
	const incidents = new Map<string, Kept>();
	return {
		hear(heard, at, source, latest) {
			const key = keyOf(heard);
			const {series, revisions, pods, ...kept} = incidents.get(key) ?? newIncident(heard, at, source);
			const isNewer = at >= kept.lastAt;
			putLast(incidents, key, INCIDENTS_MAX, {
				series,
				revisions,
				pods,
				heard: isNewer ? heard : kept.heard,
				source: isNewer ? source : kept.source,
				firstAt: Math.min(kept.firstAt, at),
				lastAt: Math.max(kept.lastAt, at),
				all: kept.all + 1,
			});
			addRequest(series, at, 0, undefined, latest);
			const ofRevision = revisions.get(source.revision) ?? {all: 0, series: createSeries()};
			ofRevision.all += 1;
			addRequest(ofRevision.series, at, 0, undefined, latest);
			putLast(revisions, source.revision, REVISIONS_MAX, ofRevision);
			putLast(pods, source.pod, PODS_MAX, Math.max(pods.get(source.pod) ?? 0, at));
		},
		list: (frame, rankOf) =>
			[...incidents]
				.map(([key, kept]) => incidentOf(key, kept, frame, rankOf))
				.toSorted((a, b) => b.counts.m5 - a.counts.m5 || b.lastAt - a.lastAt),
	};
}

function newIncident(heard: Heard, at: number, source: LogSource): Kept {
	return {
		heard,
		source,
		firstAt: at,
		lastAt: at,
		all: 0,
		series: createSeries(),
		revisions: new Map(),
		pods: new Map(),
	};
}

/** The same kind, name and place; of trouble the same sort with the same host. */
function keyOf({kind, name, where, trouble}: Heard): string {
	return [kind, name, where, ...(trouble === undefined ? [] : [trouble.category, trouble.host])]
		.join('|')
		.slice(0, 500);
}

function putLast<V>(map: Map<string, V>, key: string, most: number, value: V): void {
	map.delete(key);
	map.set(key, value);
	const [first] = map.size > most ? map.keys() : [];
	if (first !== undefined) map.delete(first);
}

function incidentOf(key: string, kept: Kept, frame: Frame, rankOf: (revision: string) => number): Incident {
	const series = [kept.series];
	return {
		...kept.heard,
		key,
		counts: {
			m1: sumsOf(series, frame.m1).count,
			m5: sumsOf(series, frame.m5).count,
			earlier: sumsOf(series, frame.earlier).count,
			all: kept.all,
		},
		revisions: [...kept.revisions]
			.map(([revision, one]) => ({revision, m5: sumsOf([one.series], frame.m5).count, all: one.all}))
			.toSorted((a, b) => rankOf(a.revision) - rankOf(b.revision)),
		pods: [...kept.pods].filter(([, at]) => at >= frame.now - PODS_MS).map(([pod]) => pod),
		firstAt: kept.firstAt,
		lastAt: kept.lastAt,
		source: kept.source,
	};
}
