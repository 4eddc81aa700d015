import type {LogSource} from '../../model/log.ts';
import type {LoggedRequest} from '../../model/request.ts';
import type {Heard} from '../../telemetry/incidents/heard.ts';

/** What is known of the requests and the troubles of a service, as of one moment: from its logs, or its metrics. */
export interface ServiceTraffic {
	/** The end of the windows, milliseconds since 1970. */
	readonly at: number;
	/** Since when its logs or metrics were read without a gap; windows that would begin before are that much shorter. */
	readonly since: number;
	/** Pods whose logs or metrics are read, of those that serve. Rates are scaled up to all of them. */
	readonly coverage: {readonly read: number; readonly of: number};
	readonly timing: Timing;
	/** A single request that takes at least as long is slow, in milliseconds. */
	readonly slowMs: number;
	/** Ids of the log formats that its requests come in, the most frequent first. */
	readonly formats: readonly string[];
	/**
	 * `app` its own access log; `ingress` that of an ingress controller before it; `metrics` what it counts itself: then only `slow`,
	 * `failed`, `formats` and `incidents` are from logs.
	 */
	readonly from: 'app' | 'ingress' | 'metrics';
	/** All routes together; probes and scrapes are left out here and everywhere but in `probes`. */
	readonly total: Windows;
	/** The same by revision, the newest first. */
	readonly revisions: readonly {readonly revision: string; readonly total: Windows}[];
	/** The same by pod name. */
	readonly pods: readonly {readonly pod: string; readonly revision: string; readonly total: Windows}[];
	/** The dearest first: by time spent in the last five minutes, then by requests. */
	readonly routes: readonly RouteTraffic[];
	/** Requests of probes and scrapers. */
	readonly probes: readonly RouteTraffic[];
	/** Single requests above the threshold, the newest first; at most 200. */
	readonly slow: readonly SeenRequest[];
	/** Single requests that failed (5xx), the newest first; at most 200. */
	readonly failed: readonly SeenRequest[];
	/** What the logs complain about, the most frequent in the last five minutes first; at most 100. */
	readonly incidents: readonly Incident[];
}

/** Which requests tell how long they took. */
export type Timing =
	| 'all'
	/** Only slow ones: percentiles below the threshold are not known. */
	| 'slow-only'
	| 'none'
	/** No request was seen yet. */
	| 'unknown';

/** Sliding windows that end now; `earlier` is the ten minutes before the last five. */
export interface Windows {
	readonly m1: Figures;
	readonly m5: Figures;
	readonly m15: Figures;
	readonly earlier: Figures;
}

export interface Figures {
	/** Requests that were seen. */
	readonly count: number;
	/** Per second, over the part of the window that was read; scaled up to all pods. */
	readonly rate: number;
	/** Of `count`: answered with 5xx, with 4xx. */
	readonly serverErrors: number;
	readonly clientErrors: number;
	readonly durations: Durations;
}

/** How long requests took; a percentile is within 1 % of the exact one, unless it is an estimate. */
export interface Durations {
	/** From the buckets of a histogram: what is said of a duration is right within its bucket. */
	readonly isEstimate?: boolean;
	/** Requests whose duration is known, or known to be below the threshold. */
	readonly count: number;
	/** Sum of what is known. */
	readonly sumMs: number;
	/** Undefined when nothing is known. */
	readonly maxMs: number | undefined;
	/** `0.95`; undefined when that is not known: nothing was timed, or it lies among those of which only `below the threshold` is. */
	quantile(share: number): number | undefined;
	/** How many took at least `fromMs` and less than `toMs`. */
	between(fromMs: number, toMs: number): number;
}

export interface RouteTraffic {
	/** `GET /items/{id}`; that of what was too much to keep is `(other routes)`. */
	readonly route: string;
	readonly total: Windows;
	/** Newest first; one while only one serves. */
	readonly revisions: readonly {readonly revision: string; readonly total: Windows}[];
	/** Of the time that all routes took in the last five minutes, 0 to 1; undefined when nothing is timed. */
	readonly share: number | undefined;
	/** When a request of it was seen last. */
	readonly lastAt: number;
}

export interface SeenRequest {
	readonly at: number;
	/** As `RouteTraffic` names it. */
	readonly route: string;
	readonly request: LoggedRequest;
	readonly source: LogSource;
}

/** Something that logs complain about, as often as they do. Credentials are masked. */
export interface Incident extends Heard {
	/** The same for what is the same: kind, name, place. */
	readonly key: string;
	/** In the last minute, in the last five, in the ten before those, since it was first seen. */
	readonly counts: {readonly m1: number; readonly m5: number; readonly earlier: number; readonly all: number};
	readonly revisions: readonly {readonly revision: string; readonly m5: number; readonly all: number}[];
	/** Names of the pods that said it in the last five minutes. */
	readonly pods: readonly string[];
	readonly firstAt: number;
	readonly lastAt: number;
	/** Who said it last. */
	readonly source: LogSource;
}

/** Adds up what logs tell, service by service; the memory is bounded, the time is an argument. */
export interface TrafficBook {
	/** A request of `source.service`, or of the service that is named. */
	take(request: LoggedRequest, at: number, source: LogSource, format: string, service?: string): void;
	hear(heard: Heard, at: number, source: LogSource): void;
	/** Whose logs are read, as of now: without it a service has no traffic. Services that are not named are forgotten. */
	cover(services: ReadonlyMap<string, Coverage>): void;
	/** Undefined for a service whose logs are not read. The same object until something new is to be said, and for at least a second. */
	of(service: string, now: number): ServiceTraffic | undefined;
}

export interface Coverage {
	/** Pods whose logs are read now, of those that serve. */
	readonly read: number;
	readonly of: number;
	/** Since when they are read without a gap. */
	readonly since: number;
	/** Labels of its revisions, the newest first. */
	readonly revisions: readonly string[];
}
