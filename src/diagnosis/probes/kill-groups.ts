import type {Cluster} from '../cluster.ts';
import {budgetMs} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {SLACK_MS} from './heard-failure.ts';
import {type ProbeKill, probeKillsOf} from './kills.ts';
import {type Need, needOf} from './need.ts';
import {isNotUp} from './probe-failure.ts';

/** The kills of one container of a workload for one of its probes. Exactly one rule speaks of each. */
export interface KillGroup {
	/** Those that are not over, unless all are. */
	readonly kills: readonly ProbeKill[];
	/** The one that tells most. */
	readonly lead: ProbeKill;
	/** What the probe cannot do without; undefined when nothing shows it. */
	readonly need: Need | undefined;
	/** It was never up before it was killed, and nothing shows that it could not have been. */
	readonly isBeforeStart: boolean;
	readonly isOver: boolean;
}

/** @param kind only kills for this probe */
export function killGroupsOf(subject: PodsSubject, cluster: Cluster, kind: ProbeKill['kind']): readonly KillGroup[] {
	const kills = probeKillsOf(subject, cluster);
	if (kills.length === 0) return NONE;
	const all = kills.filter(kill => kill.kind === kind);
	return [...Map.groupBy(all, ({container}) => container.name).values()].flatMap(group => {
		const going = group.filter(({isOver}) => !isOver);
		const counting = going.length > 0 ? going : group;
		const [lead] = counting.toSorted((a, b) => rankOf(a) - rankOf(b) || b.at - a.at);
		if (lead === undefined) return [];
		const need = needBehind(lead, subject, cluster);
		const isBeforeStart = need === undefined && wasStillStarting(lead);
		return {kills: counting, lead, need, isBeforeStart, isOver: going.length === 0};
	});
}

const NONE: readonly KillGroup[] = [];

/** Whoever has both a reason and a log comes first. */
function rankOf({failure, words}: ProbeKill): number {
	return (failure === undefined ? 2 : 0) + (words === undefined ? 1 : 0);
}

/** Trouble is written before the probe that finds it has failed often enough. */
const LOG_BEFORE_MS = 60_000;

/** Without an event the log is all that tells. */
const UNTOLD = {fault: 'other', status: undefined} as const;

function needBehind(kill: ProbeKill, subject: PodsSubject, cluster: Cluster): Need | undefined {
	const {failure, words, spec, at, misplaced} = kill;
	if (misplaced !== undefined || (failure === undefined && words?.trouble === undefined)) return undefined;
	// It went on living afterwards: that was not the reason.
	const isOld = words?.at !== undefined && words.at < at - Math.max(LOG_BEFORE_MS, 2 * budgetMs(kill.probe));
	// A program that listened, and does not any more, is not waiting for others.
	if (failure?.fault === 'refused' && kill.wasReady) return undefined;
	return needOf(failure ?? UNTOLD, isOld ? {...words, trouble: undefined} : words, spec, at, subject, cluster);
}

/** It was killed as soon as it could be, and nobody had answered before. */
function wasStillStarting({kind, failure, misplaced, words, wasReady, probe, livedMs, pod}: ProbeKill): boolean {
	if (wasReady || misplaced !== undefined || probe === undefined) return false;
	if (failure === undefined) return kind === 'startup';
	if (!isNotUp(failure) && failure.fault !== 'timeout') return false;
	// It was up, and its handler does not answer.
	if (failure.fault !== 'refused' && words?.listensOn !== undefined) return false;
	return livedMs <= budgetMs(probe) + 2 * probe.periodMs + probe.timeoutMs + pod.spec.graceMs + SLACK_MS;
}
