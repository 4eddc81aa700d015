import type {RouteTraffic, SeenRequest, ServiceTraffic, Windows} from '../../services/traffic/contract.ts';
import type {PodsSubject} from '../subject.ts';
import {isOver, p95Of} from './figures.ts';
import {grownUpAt} from './young.ts';

/** What takes so long is slow, whatever it is. */
const SLOW_MS = 1_000;

/** What takes less is quick enough, however much quicker it was. */
const NOTICED_MS = 500;
const TIMES = 3;

const REQUESTS = 5;
const SLOW_REQUESTS = 3;

/** In its first minute a program loads what it needs, and its first requests wait for that. */
const YOUNG_REQUESTS = 10;

/** A route that is slow, and how slow it was before. */
export interface SlowRoute {
	readonly route: RouteTraffic;
	readonly p95Ms: number;
	/** Undefined when it is not known. */
	readonly beforeMs: number | undefined;
	/** Of the last five minutes. */
	readonly count: number;
	/** Requests of it that are told of as slow, the newest first. */
	readonly seen: readonly SeenRequest[];
}

/** Routes that are slow now, the dearest first. */
export function slowRoutes(subject: PodsSubject, traffic: ServiceTraffic): readonly SlowRoute[] {
	return traffic.routes.flatMap(route => {
		const {m5, earlier} = route.total;
		const p95Ms = p95Of(m5);
		if (p95Ms === undefined || m5.durations.count < REQUESTS) return [];
		const beforeMs = earlier.durations.count < REQUESTS ? undefined : p95Of(earlier);
		const limit = p95Ms > SLOW_MS ? SLOW_MS : NOTICED_MS;
		if (p95Ms <= SLOW_MS && !hasJumped(p95Ms, beforeMs)) return [];
		if (isOver(route.total, ({durations}) => (durations.quantile(0.95) ?? 0) < limit)) return [];
		const slow = m5.durations.between(limit, Infinity);
		const seen = traffic.slow.filter(one => one.route === route.route);
		return slow < SLOW_REQUESTS || (slow < YOUNG_REQUESTS && isOfStart(seen, subject))
			? []
			: [{route, p95Ms, beforeMs, count: m5.count, seen}];
	});
}

/** Whether it takes several times as long, and so long that somebody notices. */
export function hasJumped(nowMs: number, beforeMs: number | undefined): boolean {
	return beforeMs !== undefined && nowMs > NOTICED_MS && nowMs >= TIMES * beforeMs;
}

function isOfStart(seen: readonly SeenRequest[], {allPods}: PodsSubject): boolean {
	return (
		seen.length > 0 &&
		seen.every(({source, at}) => {
			const pod = allPods.find(({uid}) => uid === source.podUid);
			return pod !== undefined && at < grownUpAt(pod);
		})
	);
}

/** The newest revision takes at least twice as long as the one before, and a fifth of a second more. */
export function isSlower(fresh: Windows, old: Windows): boolean {
	const [now, before] = [p95Of(fresh.m5), p95Of(old.m15)];
	return now !== undefined && before !== undefined && now >= 2 * before && now >= before + 200;
}
