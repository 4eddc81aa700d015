import type {Incident, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {IncidentKind} from '../../telemetry/incidents/heard.ts';
import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';
import {someFail} from './failing.ts';
import {podsNamed} from './hits.ts';
import {grownUpAt} from './young.ts';

/** As often within five minutes, or less often while requests fail. */
const TIMES = 3;
const TIMES_FAILING = 2;

/** Who did not complain for so long has got over it. */
const LATELY_MS = 2 * 60_000;

/**
 * What the logs of pods that are still there complain about, the most frequent first.
 * @param times how often it must be heard to mean something
 */
export function heardLately(
	subject: PodsSubject,
	{now}: Cluster,
	traffic: ServiceTraffic,
	kinds: readonly IncidentKind[],
	times = someFail(traffic) ? TIMES_FAILING : TIMES,
): readonly Incident[] {
	return traffic.incidents.filter(({kind, counts, lastAt, pods}) => {
		if (!kinds.includes(kind) || counts.m5 < times || podsNamed(subject, pods).length === 0) return false;
		if (now - lastAt <= LATELY_MS) subject.lookAgainAt(lastAt + LATELY_MS + 1);
		return now - lastAt <= LATELY_MS;
	});
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
