import type {Verdict} from '../../model/finding.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {budgetWords} from '../probe-budget.ts';
import {rollBackFirst} from '../roll-back.ts';
import type {PodsSubject} from '../subject.ts';
import {failureWords} from './failure-words.ts';
import {needOf, type Need, needSteps, needWords} from './need.ts';
import {probeBefore} from './probe-before.ts';
import type {ProbeFault} from './probe-failure.ts';
import {togetherWords} from './together.ts';
import {type Unready, unreadyOf} from './unready.ts';
import {type FailingUnready, unreadyEvidence} from './unready-evidence.ts';

/** Containers of one name whose probe fails in one way; the first is the one that tells most. */
export interface UnreadyGroup {
	readonly all: readonly FailingUnready[];
	readonly lead: FailingUnready;
	readonly need: Need | undefined;
}

/** What a rule adds to what all of them say. */
export interface UnreadySaying {
	/** Before the budget of the probe; empty ones are left out. */
	readonly because?: readonly string[];
	readonly next: readonly string[];
	/** It stays as it is, whatever time passes: settings must be changed. */
	readonly isHopeless?: boolean;
}

/** Findings of containers whose readiness (or startup) probe fails in one of these ways, one for each container and way. */
export function* unreadyFindings(
	subject: PodsSubject,
	cluster: Cluster,
	faults: readonly ProbeFault[],
	say: (group: UnreadyGroup) => UnreadySaying,
): Generator<Draft> {
	const unready = unreadyOf(subject, cluster);
	if (unready.length === 0) return;
	const failing = unready.filter(
		(one): one is FailingUnready => one.failure !== undefined && faults.includes(one.failure.fault),
	);
	for (const [key, all] of Map.groupBy(failing, keyOf)) {
		const lead = all.find(({words}) => words?.trouble !== undefined) ?? all.find(({words}) => words) ?? all[0];
		if (lead === undefined) continue;
		const {probe, spec, failure, kind, misplaced} = lead;
		const need =
			kind === 'startup' || misplaced !== undefined
				? undefined
				: needOf(failure, lead.words, spec, lastSeenAt(lead), subject, cluster);
		const {because = [], next, isHopeless = false} = say({all, lead, need});
		const met = failureWords(failure, probe, spec, misplaced);
		const status = failure.status === undefined ? '' : ` with ${failure.status}`;
		yield {
			key,
			verdict: verdictOf(all, need, isHopeless),
			confidence: need === undefined || need.trouble !== undefined ? 'certain' : 'likely',
			title: `${opening(subject, lead)}${need === undefined ? `: ${met}` : `${status}: ${needWords(need)}`}`,
			because: [
				need === undefined ? '' : met,
				need?.dependency.proof ?? '',
				...because,
				lead.wasReady
					? together(subject, all)
					: spec[kind] === undefined
						? ''
						: `it had ${budgetWords(probe)} after its start`,
				probeBefore(subject, kind, spec),
			]
				.filter(text => text !== '')
				.join('; '),
			pods: [...new Set(all.map(({pod}) => pod))],
			evidence: unreadyEvidence(all, lead),
			next: [...rollBackFirst(subject), ...(need === undefined ? [] : needSteps(need)), ...next],
			since: Math.min(...all.map(({since}) => since)),
			...(need !== undefined &&
				need.dependency.host !== '' && {
					blames: {host: need.dependency.host, port: need.dependency.port},
				}),
		};
	}
}

/** When it was last seen to fail: what it waits for may have come since. */
function lastSeenAt({failure, words}: FailingUnready): number {
	return Math.max(failure.event.lastAt, words?.at ?? 0);
}

/** Statuses may take turns; what matters is who is at fault, the probe or the program. */
function keyOf({container, failure: {fault, status = 0}}: FailingUnready): string {
	return `${container.name}/${fault === 'status' ? `${Math.floor(status / 100)}xx` : fault}`;
}

function verdictOf(all: readonly FailingUnready[], need: Need | undefined, isHopeless: boolean): Verdict {
	if (need?.dependency.coming !== undefined || all.every(({mayBeStarting}) => mayBeStarting)) return 'progressing';
	// Who was ready once can be so again.
	return isHopeless && all.every(({wasReady}) => !wasReady) ? 'doomed' : 'struggling';
}

function opening({who}: PodsSubject, {pod, container, kind, mayBeStarting}: Unready): string {
	const isOneOfMany = pod.containers.filter(({role}) => role !== 'init').length > 1;
	const whose = isOneOfMany ? `the ${kind} probe of ${container.name}` : `their ${kind} probe`;
	return mayBeStarting ? `${who} do not pass ${whose} yet` : `${who} fail ${whose}`;
}

function together(subject: PodsSubject, all: readonly FailingUnready[]): string {
	const lost = all.filter(({wasReady}) => wasReady).map(({since}) => since);
	return togetherWords(subject, 'lost it', lost, all[0]?.probe.periodMs ?? 0);
}
