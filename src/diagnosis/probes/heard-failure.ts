import type {EventRow} from '../../model/event.ts';
import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {ProbeKind} from '../probe-budget.ts';
import {type ProbeFailure, type ProbeFault, probeFailureOf} from './probe-failure.ts';

/** A failed probe, and the event that tells of it. */
export interface HeardFailure extends ProbeFailure {
	readonly event: EventRow;
}

/** Times of the kubelet are whole seconds, and its events come a little later than what they tell of. */
export const SLACK_MS = 5_000;

/** What fails in two ways in turn is told by one of them, and by the same each time: within so many periods of the probe. */
const IN_TURN_PERIODS = 3;
const IN_TURN_MS = 15_000;

/**
 * Those that tell more come first. A server that is going down, or coming up, times out and refuses besides what it really suffers
 * from.
 */
const TELLING: readonly ProbeFault[] = [
	...([
		'no-port',
		'no-command',
		'status',
		'unhealthy',
		'tls',
		'cut',
		'timeout',
		'unreachable',
		'refused',
		'other',
	] as const),
];

/**
 * How a probe of a container failed last, of those failures of which some may be in a range (milliseconds since 1970, both included):
 * those of one wording are one event, with the times of the first and the last of them.
 */
export function lastFailure(
	events: readonly EventRow[],
	kind: ProbeKind,
	spec: ContainerSpec,
	from: number,
	to = Infinity,
): HeardFailure | undefined {
	const found: HeardFailure[] = [];
	for (const event of events) {
		if (event.reason !== 'Unhealthy' || event.lastAt < from || event.firstAt > to) continue;
		if (!isAbout(event, spec.name)) continue;
		const failure = probeFailureOf(event.message, spec[kind]?.how ?? 'http');
		if (failure?.kind === kind) found.push({...failure, event});
	}
	const newestAt = found.at(-1)?.event.lastAt ?? 0;
	const inTurnMs = Math.max(IN_TURN_MS, IN_TURN_PERIODS * (spec[kind]?.periodMs ?? 0));
	return found
		.filter(({event}) => event.lastAt >= newestAt - inTurnMs)
		.toSorted((a, b) => TELLING.indexOf(a.fault) - TELLING.indexOf(b.fault) || b.event.lastAt - a.event.lastAt)[0];
}

/** Whether an event is about this container, as far as it says. */
export function isAbout(event: EventRow, container: string): boolean {
	return event.container === '' || event.container === container;
}
