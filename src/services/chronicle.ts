import type {ConfigMapRow, SecretRow} from '../model/config.ts';
import type {EventRow} from '../model/event.ts';
import type {PodSpec} from '../model/pod-spec.ts';
import type {Row} from '../model/row.ts';
import type {RevisionRow} from '../model/workload.ts';
import {
	configChanged,
	readinessChanged,
	rescaled,
	restarted,
	revisionMade,
	rolledOut,
	scaled,
	warned,
} from './happening.ts';
import type {History} from './history.ts';
import {newRestarts} from './new-restarts.ts';
import {isRevision, isWorkload, type RelatedRow} from './relations.ts';
import {isRolling} from './rollout.ts';
import type {ServiceRow} from './service-row.ts';

/** Readiness that changed before this is no news when we begin to watch. */
const NEWS_MS = 3_600_000;

/** How long the last restart of a container is, which may be the only one in weeks. */
const DAY_MS = 24 * NEWS_MS;

/** What the difference between two looks at an object tells of what happened to it. */
export function noteChange(history: History, before: RelatedRow | undefined, after: RelatedRow, now: number): void {
	if (isRevision(after)) {
		const at = madeAt(before !== undefined && isRevision(before) ? before : undefined, after, now);
		if (at !== undefined) history.put(revisionMade(after, at));
	} else if (isWorkload(after)) {
		if (before !== undefined && isWorkload(before) && before.wanted !== after.wanted)
			history.put(scaled(before, after, now));
	} else if (after.kind === 'pod') {
		const known = before?.kind === 'pod' ? before : undefined;
		const change = readinessChanged(known, after, now);
		if (change !== undefined && (known !== undefined || change.at > now - NEWS_MS)) history.put(change);
		for (const restart of newRestarts(known, after, now, DAY_MS)) history.put(restarted(restart));
	}
}

/** The first revision of a workload is its creation, not a rollout; one that got a new number was taken again. */
function madeAt(before: RevisionRow | undefined, after: RevisionRow, now: number): number | undefined {
	if (after.revision <= 1) return undefined;
	if (before === undefined) return after.createdAt;
	return after.revision > before.revision ? now : undefined;
}

/** What an event tells: warnings, and what autoscalers did. */
export function noteEvent(history: History, event: EventRow): void {
	history.reachedBack(event.lastAt);
	if (event.type === 'Warning') history.put(warned(event));
	else if (event.reason === 'SuccessfulRescale') history.put(rescaled(event));
}

/** What the difference between two looks at a service tells: that its rollout is over. */
export function noteService(
	history: History,
	before: ServiceRow | undefined,
	after: ServiceRow | undefined,
	now: number,
): void {
	if (before === undefined || after === undefined || !isRolling(before.rollout)) return;
	if (after.rollout.phase === 'done') history.put(rolledOut(after, before.rollout.since, now));
}

/** Settings that changed, when pods take them; leader elections write their ConfigMap every two seconds, and nobody uses it. */
export function noteConfig(
	history: History,
	before: Row | undefined,
	after: Row,
	services: readonly ServiceRow[],
	now: number,
): void {
	if (!isConfig(after) || !isConfig(before) || before.version === after.version) return;
	const users = services.filter(service => service.namespace === after.namespace && uses(service, after));
	if (users.length > 0)
		history.put(
			configChanged(
				after,
				users.map(({uid}) => uid),
				now,
			),
		);
}

function isConfig(row: Row | undefined): row is ConfigMapRow | SecretRow {
	return row?.kind === 'configmap' || row?.kind === 'secret';
}

function uses({workload}: ServiceRow, {kind, name}: Row): boolean {
	const is = (reference: {readonly kind: string; readonly name: string} | undefined): boolean =>
		reference?.kind === kind && reference.name === name;
	const {containers, volumes}: PodSpec = workload.template;
	return (
		volumes.some(({config}) => is(config)) ||
		containers.some(({env, envFrom}) => env.some(({from}) => is(from)) || envFrom.some(is))
	);
}
