import type {Coverage, ServiceTraffic, TrafficBook} from './contract.ts';
import {createFlow} from './flow.ts';
import {createIncidents} from './incidents.ts';
import {type ServiceBook, trafficOf} from './service-traffic.ts';

/** What takes longer is a slow request. */
export const THRESHOLD_MS = 1000;

/** A snapshot lives at least as long. */
const FRESH_MS = 1000;
/** When nothing new comes, the windows move on so often. */
const IDLE_MS = 10_000;

/** The time is only known when somebody asks for a service; what claims to be later than that by more is no time. */
const LATEST_MS = 60 * 60_000;

interface Entry {
	book: ServiceBook;
	/** Something came since the snapshot was made. */
	isNew: boolean;
	snapshot: ServiceTraffic | undefined;
}

/**
 * Adds up what logs tell. Lines come in any order and are counted at their own time; what is older than a quarter of an hour when it is
 * read, or more than a minute ahead, is in no window.
 * @param thresholdMs what takes at least as long is a slow request
 */
export function createTrafficBook({thresholdMs = THRESHOLD_MS}: {readonly thresholdMs?: number} = {}): TrafficBook {
	const entries = new Map<string, Entry>();
	let latest = Infinity;

	function entryFor(service: string, at: number): Entry | undefined {
		const entry = at > 0 && at <= latest ? entries.get(service) : undefined;
		if (entry !== undefined) entry.isNew = true;
		return entry;
	}

	return {
		take(request, at, source, format, service = source.service) {
			const book = entryFor(service, at)?.book;
			const told = service === source.service ? book?.own : book?.ingress;
			told?.flow.take(request, at, source, format, latest);
		},
		hear(heard, at, source) {
			entryFor(source.service, at)?.book.incidents.hear(heard, at, source, latest);
		},
		cover(services) {
			for (const service of entries.keys()) if (!services.has(service)) entries.delete(service);
			for (const [service, coverage] of services) {
				const entry = entries.get(service);
				if (entry === undefined) entries.set(service, newEntry(coverage, thresholdMs));
				else if (!isSame(entry.book.coverage, coverage)) {
					entry.book.coverage = coverage;
					entry.isNew = true;
				}
			}
		},
		of(service, now) {
			latest = now + LATEST_MS;
			const entry = entries.get(service);
			if (entry === undefined) return undefined;
			const {snapshot, book} = entry;
			const ageMs = snapshot === undefined ? Infinity : Math.abs(now - snapshot.at);
			if (snapshot !== undefined && ageMs < FRESH_MS) return snapshot;
			for (const {flow} of [book.own, book.ingress]) if (flow.settle(now)) entry.isNew = true;
			if (snapshot !== undefined && !entry.isNew && isSameTen(now, snapshot.at)) return snapshot;
			entry.isNew = false;
			return (entry.snapshot = trafficOf(book, thresholdMs, now));
		},
	};
}

function newEntry(coverage: Coverage, thresholdMs: number): Entry {
	const told = (): ServiceBook['own'] => ({flow: createFlow(thresholdMs), timing: 'unknown'});
	return {
		book: {own: told(), ingress: told(), incidents: createIncidents(), coverage},
		isNew: true,
		snapshot: undefined,
	};
}

function isSameTen(a: number, b: number): boolean {
	return Math.floor(a / IDLE_MS) === Math.floor(b / IDLE_MS);
}

function isSame(a: Coverage, b: Coverage): boolean {
	return (
		a.read === b.read &&
		a.of === b.of &&
		a.since === b.since &&
		a.revisions.length === b.revisions.length &&
		a.revisions.every((revision, place) => revision === b.revisions[place])
	);
}
