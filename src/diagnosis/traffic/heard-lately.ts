import type {Incident, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {IncidentKind} from '../../telemetry/incidents/heard.ts';
import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';
import {someFail} from './failing.ts';
import {errorShare} from './figures.ts';
import {podsNamed} from './hits.ts';
import {grownUpAt} from './young.ts';

/** As often within five minutes, or less often while requests fail. */
const TIMES = 3;
const TIMES_FAILING = 2;

/** So many requests fail that what is heard once explains it. */
const SHARE = 0.05;

/** Who did not complain for so long has got over it. */
const LATELY_MS = 3 * 60_000;
const LATELY_OF_FEW_MS = 5 * 60_000;

/**
 * What the logs of pods that are still there complain about, the most frequent first.
 * @param times how often it must be heard to mean something
 */
export function heardLately(
	subject: PodsSubject,
	{now}: Cluster,
	traffic: ServiceTraffic,
	kinds: readonly IncidentKind[],
	times = timesOf(traffic),
): readonly Incident[] {
	// What a single line proves may come once in some minutes.
	const patience = times === 1 ? LATELY_OF_FEW_MS : LATELY_MS;
	return traffic.incidents.filter(({kind, counts, lastAt, pods}) => {
		if (!kinds.includes(kind) || counts.m5 < times || podsNamed(subject, pods).length === 0) return false;
		const isLately = now - lastAt <= patience;
		if (isLately) subject.lookAgainAt(lastAt + patience + 1);
		return isLately;
	});
}

function timesOf(traffic: ServiceTraffic): number {
	if (!someFail(traffic)) return TIMES;
	return errorShare(traffic.total.m5) >= SHARE ? 1 : TIMES_FAILING;
}

/** When it began, if it never paused for long; else nobody knows. */
export function sinceOf({counts, firstAt}: Incident): number | undefined {
	return counts.all === counts.m5 + counts.earlier ? firstAt : undefined;
}

/** Whether a program complained only in its first minute, in which much is not there yet, and no request failed for it. */
export function isOfStart(
	{firstAt, lastAt, pods: names}: Incident,
	subject: PodsSubject,
	traffic: ServiceTraffic,
): boolean {
	const pods = podsNamed(subject, names);
	return (
		!someFail(traffic) && pods.length > 0 && pods.every(pod => lastAt < grownUpAt(pod) && firstAt >= pod.createdAt)
	);
}
