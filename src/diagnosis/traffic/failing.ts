import type {RouteTraffic, SeenRequest, ServiceTraffic, Windows} from '../../services/traffic/contract.ts';
import type {IncidentKind} from '../../telemetry/incidents/heard.ts';
import type {PodsSubject} from '../subject.ts';
import {ENOUGH, errorShare, isOver} from './figures.ts';
import {grownUpAt, YOUNG_MS} from './young.ts';

/** Requests of the last five minutes that were answered with 5xx. */
export interface Failing {
	readonly errors: number;
	readonly count: number;
	readonly share: number;
	/** Routes on which they did, the most errors first. */
	readonly routes: readonly RouteTraffic[];
	/** Some of them, the newest first. */
	readonly seen: readonly SeenRequest[];
}

/** More than one of a hundred is trouble. */
const SHARE = 0.01;
const ERRORS = 5;
const ERRORS_TOLD = 2;
const TIMES_TOLD = 3;

/** So many fail that it is trouble even when it was always like that. */
const SHARE_ALWAYS = 0.05;

/** What fails of all requests; undefined when it is too little to speak of, no more than before, or over. */
export function failingOf(subject: PodsSubject, traffic: ServiceTraffic): Failing | undefined {
	const {m5, earlier} = traffic.total;
	const seen = traffic.failed.filter(one => one.at > traffic.at - WINDOW_MS && !isOfStart(one, subject));
	const forgiven = traffic.failed.filter(one => isOfStart(one, subject)).length;
	const errors = m5.serverErrors - forgiven;
	const share = m5.count === 0 ? 0 : errors / m5.count;
	const isMany = errors >= ERRORS && share > SHARE && (m5.count >= ENOUGH || share >= 0.5);
	// Few requests are seen of a program that fills its log with tracebacks.
	const isTold = errors >= ERRORS_TOLD && share >= SHARE_ALWAYS && raises(traffic) >= TIMES_TOLD;
	const isMore = earlier.count < ENOUGH || share >= SHARE_ALWAYS || share > errorShare(earlier);
	if (!(isMany || isTold) || !isMore || isOver(traffic.total, ({serverErrors}) => serverErrors === 0))
		return undefined;
	const routes = traffic.routes
		.filter(({total}) => total.m5.serverErrors > 0)
		.toSorted((a, b) => b.total.m5.serverErrors - a.total.m5.serverErrors);
	return {errors, count: m5.count, share, routes, seen};
}

/** How often the log tells of any exception or trouble. */
function raises({incidents}: ServiceTraffic): number {
	return incidents.reduce((sum, {kind, counts}) => sum + (TOLD.has(kind) ? counts.m5 : 0), 0);
}

const TOLD: ReadonlySet<IncidentKind> = new Set<IncidentKind>(['exception', 'trouble', 'dns', 'disk-full']);

/** Whether any two requests failed lately: one may be anything. */
export function someFail(traffic: ServiceTraffic): boolean {
	return traffic.total.m5.serverErrors >= 2 && !isOver(traffic.total, ({serverErrors}) => serverErrors === 0);
}

const WINDOW_MS = 5 * 60_000;

/** A server that is starting, or a proxy before it, says so with 503. */
function isOfStart({request, source, at}: SeenRequest, {allPods}: PodsSubject): boolean {
	if (request.status !== 503) return false;
	const pod = allPods.find(({uid}) => uid === source.podUid);
	return pod !== undefined && at < grownUpAt(pod) && at >= grownUpAt(pod) - YOUNG_MS;
}

/** The newest revision and one before it that both had enough requests; undefined when there are no two. */
export function twoRevisions(of: {
	readonly revisions: readonly {readonly revision: string; readonly total: Windows}[];
}):
	| {
			readonly fresh: {readonly revision: string; readonly total: Windows};
			readonly old: {readonly revision: string; readonly total: Windows};
	  }
	| undefined {
	const [fresh, ...olds] = of.revisions;
	const old = olds.find(({total}) => total.m15.count >= ENOUGH);
	return fresh === undefined || old === undefined || fresh.total.m5.count < ENOUGH ? undefined : {fresh, old};
}

/** Requests fail on the newest revision and not on the one before. */
export function failsOnlyNew(of: Parameters<typeof twoRevisions>[0]): ReturnType<typeof twoRevisions> {
	const two = twoRevisions(of);
	if (two === undefined) return undefined;
	const {fresh, old} = two;
	const share = errorShare(fresh.total.m5);
	const isBad = fresh.total.m5.serverErrors >= ERRORS && share > SHARE;
	return isBad && errorShare(old.total.m15) < Math.min(SHARE, share / 4) ? two : undefined;
}
