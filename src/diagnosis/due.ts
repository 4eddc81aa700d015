import type {Cluster} from './cluster.ts';

/** Clocks of a cluster and ours differ; a beginning that is further ahead than this says nothing about how long it lasts. */
const AHEAD_MS = 5000;

/**
 * Whether something lasts long enough to be told. When it does not yet, the rule is asked again when it will.
 * @param since when it began, milliseconds since 1970
 */
export function isDue(
	subject: {lookAgainAt(at: number): void},
	{now}: Pick<Cluster, 'now'>,
	since: number,
	graceMs: number,
): boolean {
	const endsAt = since + graceMs;
	if (now >= endsAt || since > now + AHEAD_MS) return true;
	subject.lookAgainAt(endsAt);
	return false;
}

/**
 * Whether something is over for less than `windowMs`: then it is still worth telling, and the rule is asked again when it is not.
 * @param at when it happened, milliseconds since 1970
 */
export function isRecent(
	subject: {lookAgainAt(at: number): void},
	{now}: Pick<Cluster, 'now'>,
	at: number,
	windowMs: number,
): boolean {
	if (now >= at + windowMs) return false;
	subject.lookAgainAt(at + windowMs);
	return true;
}
