import type {Confidence, Verdict} from '../../model/finding.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {probeTarget} from '../probe-budget.ts';
import {rollBackFirst} from '../roll-back.ts';
import type {PodsSubject} from '../subject.ts';
import {ASSUMED_PROBE} from './assumed-probe.ts';
import {failureWords} from './failure-words.ts';
import {killEvidence} from './kill-evidence.ts';
import {type KillGroup, killGroupsOf} from './kill-groups.ts';
import type {ProbeKill} from './kills.ts';
import {type Need, needSteps} from './need.ts';
import {probeBefore} from './probe-before.ts';
import {togetherWords} from './together.ts';

/** What a rule says of kills of one container. */
export interface KillSaying {
	/** After `Pods are killed by their liveness probe`, with its own comma or colon. */
	readonly words: string;
	/** Empty ones are left out. */
	readonly because: readonly string[];
	readonly next: readonly string[];
	/** Each start will end so: settings must be changed. */
	readonly isHopeless?: boolean;
	readonly confidence?: Confidence;
}

/** Findings of containers that are killed for a probe, one for each; `say` is silent of those that are the affair of another rule. */
export function* killFindings(
	subject: PodsSubject,
	cluster: Cluster,
	kind: ProbeKill['kind'],
	say: (group: KillGroup) => KillSaying | undefined,
): Generator<Draft> {
	for (const group of killGroupsOf(subject, cluster, kind)) {
		const saying = say(group);
		if (saying === undefined) continue;
		const {kills, lead, need} = group;
		const {words, because, next, isHopeless = false, confidence} = saying;
		yield {
			key: lead.container.name,
			verdict: verdictOf(group, isHopeless),
			confidence: confidence ?? confidenceOf(lead),
			title: `${opening(subject, group)}${words}`,
			because: [
				...because,
				togetherWords(
					subject,
					'were killed',
					kills.map(({at}) => at),
					lead.probe?.periodMs ?? 0,
				),
				probeBefore(subject, kind, lead.spec),
			]
				.filter(text => text !== '')
				.join('; '),
			pods: [...new Set(kills.map(({pod}) => pod))],
			evidence: killEvidence(group),
			next: [...rollBackFirst(subject), ...next, ...(need === undefined ? [] : needSteps(need))],
			since: Math.min(...kills.map(sinceOf)),
			...blamed(need),
		};
	}
}

/** Who rests may be meant to: that others are killed for it is the fault of their probe. Trouble there is the cause of all. */
function blamed(need: Need | undefined): Pick<Draft, 'blames'> {
	if (need === undefined || need.dependency.host === '') return {};
	const {host, port, behind} = need.dependency;
	const isAtRest = behind.length > 0 && behind.every(({workload}) => workload.wanted === 0);
	return isAtRest ? {} : {blames: {host, port}};
}

/** What the probe met when it failed last: `: GET :8000/health answers 500`. */
export function metWords({failure, probe, spec, misplaced}: ProbeKill): string {
	if (failure === undefined) return probe === undefined ? '' : ` (${probeTarget(probe, spec.ports)})`;
	return `: ${failureWords(failure, probe ?? ASSUMED_PROBE, spec, misplaced)}`;
}

/** Why it is not certain that the probe killed it, where events may not be read; else empty. */
export function unseenWords({killing, failure}: ProbeKill): string {
	return killing === undefined && failure === undefined
		? 'it ended as it was told to, and by whom cannot be seen (list events)'
		: '';
}

function confidenceOf({killing, failure}: ProbeKill): Confidence {
	if (killing !== undefined) return failure === undefined ? 'likely' : 'certain';
	return failure === undefined ? 'possible' : 'likely';
}

/** Twice alike is not chance any more, and the third start will not be another one. */
function verdictOf({kills, isOver}: KillGroup, isHopeless: boolean): Verdict {
	if (isOver) return 'info';
	return isHopeless && kills.every(({times}) => times > 1) ? 'doomed' : 'struggling';
}

function opening({who}: PodsSubject, {lead: {pod, container, kind}, isOver}: KillGroup): string {
	const isOneOfMany = pod.containers.filter(({role}) => role !== 'init').length > 1;
	const whose = isOneOfMany ? `the ${kind} probe of ${container.name}` : `their ${kind} probe`;
	return isOver ? `${who} run again, and were killed by ${whose}` : `${who} are killed by ${whose}`;
}

function sinceOf({killing, at, exit, times}: ProbeKill): number {
	if (killing !== undefined) return times > 1 ? killing.firstAt : killing.lastAt;
	return exit?.finishedAt ?? at;
}
