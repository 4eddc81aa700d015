import type {Cluster} from '../cluster.ts';
import {budgetMs, readinessGraceMs} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {SLACK_MS} from './heard-failure.ts';
import {LATELY_MS} from '../lately.ts';
import {isNotUp, isRefusal} from './probe-failure.ts';
import type {Unready} from './unready.ts';
import {usualStartMs} from './usual-start.ts';

/** A container that runs and is not ready, before it is known whether that is trouble. */
type Candidate = Omit<Unready, 'since' | 'mayBeStarting'>;

/** Whoever loses it for a moment only has it again by then. */
const LOST_MS = 5_000;

/** Where others serve meanwhile it is no outage, and a hiccup of one pod is over by then. */
const LOST_ALONE_MS = 15_000;

/** A kubelet that starts anew calls its pods unready until it has asked them again. */
const LOST_SILENTLY_MS = 30_000;

/** Where nobody is ready whose start could be compared: as long as a large program takes. */
const START_MS = 90_000;

/** A run of a container that ended shortly after its start says little about how long it takes. */
const SHORT_RUN_MS = 30_000;

/** The kubelet throws away what an object repeats more often than this (client-go, EventSourceObjectSpamFilter: 25). */
const EVENTS_HEARD_MAX = 20;

/** Clocks that are further apart are beyond help, and so are events that do not come any more. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * Whether its probes have given it all the time that they do. By our clock, and by that of its node, since the two may be minutes
 * apart: the kubelet tells each failure, until it has told too many. When it has time left, the rule is asked again at its end.
 * @param since when it started, or lost its readiness
 */
export function hadItsTime(one: Candidate, since: number, subject: PodsSubject, {now}: Cluster): boolean {
	const {failure, wasReady, probe} = one;
	const graceMs = wasReady ? lostGraceMs(failure, subject) : startGraceMs(one);
	const isAhead = since > now + SLACK_MS;
	if (!isAhead && now < since + graceMs) {
		subject.lookAgainAt(since + graceMs);
		return false;
	}
	if (wasReady) return true;
	if (failure === undefined || failure.event.count > EVENTS_HEARD_MAX) return !isAhead;
	subject.lookAgainAt(since + graceMs + CLOCKS_APART_MS);
	return failure.event.lastAt - since + probe.periodMs >= graceMs || now >= since + graceMs + CLOCKS_APART_MS;
}

function lostGraceMs(failure: Candidate['failure'], {pods}: PodsSubject): number {
	if (failure === undefined) return LOST_SILENTLY_MS;
	return pods.some(({ready}) => ready) ? LOST_ALONE_MS : LOST_MS;
}

/** What the probes allow; and after a crash, time to get further than the run before. */
function startGraceMs(one: Candidate): number {
	const {pod, container, spec, kind} = one;
	const {lastExit, startedAt} = container;
	// Who has not started in time is killed, and that is told by others.
	if (kind === 'startup') return isOfSettings(one) ? 0 : budgetMs(spec.startup) + pod.spec.graceMs + SHORT_RUN_MS;
	const grace = readinessGraceMs(spec);
	if (lastExit === undefined || startedAt - lastExit.finishedAt > LATELY_MS) return grace;
	const againMs = Math.min(START_MS, 2 * (lastExit.finishedAt - lastExit.startedAt));
	return Math.max(grace, SHORT_RUN_MS, againMs);
}

/**
 * How long its start may take beyond that, as far as others of its kind tell: none where time does not help. Without a failed probe
 * only our clock tells how long it runs.
 */
export function patienceMs(one: Candidate, subject: PodsSubject): number {
	const {failure, words} = one;
	if (isOfSettings(one) || (failure !== undefined && words?.trouble !== undefined)) return 0;
	const usualMs = usualStartMs(subject);
	if (failure === undefined) return Math.max(START_MS, 2 * (usualMs ?? 0));
	return usualMs === undefined ? (isNotUp(failure) ? START_MS : 0) : 2 * usualMs;
}

/** The probe asks what the program does not have. */
function isOfSettings({failure, misplaced}: Candidate): boolean {
	if (failure === undefined) return false;
	const {fault, status = 0} = failure;
	if (fault === 'refused') return misplaced !== undefined;
	if (fault === 'status') return isRefusal(status);
	return fault === 'no-port' || fault === 'no-command' || fault === 'tls';
}
