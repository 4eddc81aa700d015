import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {FitError} from './fit-error.ts';
import {isKept} from './named-taints.ts';
import {matches, onlyNodeOf} from './node-match.ts';
import type {Obstacle} from './obstacle.ts';

/**
 * Of all that keeps a pod from its nodes the one thing to tell. Most nodes refuse for good reason: they are kept for others, or are
 * not what the pod asks for. What counts is why those do that would be right.
 * @param fit with its taints named
 * @param nodes all there are; undefined when they cannot be listed
 * @param wouldHelp whether one of the nodes that are not well would take the pod if it were
 */
export function mainObstacle(
	fit: FitError,
	{spec}: PodRow,
	nodes: readonly NodeRow[] | undefined,
	wouldHelp: () => boolean,
): Obstacle {
	const general = fit.refusals.find(refusal => refusal.nodes === undefined);
	if (general !== undefined) return general.obstacle;
	const counts = countsOf(fit);
	const count = (obstacle: Obstacle): number => counts.get(obstacle) ?? 0;
	const suitable = nodes?.filter(node => matches(spec, node));
	// A DaemonSet asks for one node by its name: that the others are not it, says nothing.
	if (onlyNodeOf(spec) !== undefined && counts.size > 1) counts.delete('selector');
	else if (suitable !== undefined && suitable.length === 0 && count('selector') > 0) return 'selector';
	if (suitable !== undefined && suitable.length > 0 && suitable.every(node => isKept(spec, node))) return 'taint';
	const lacking = Math.max(count('resource'), count('pod-cap'));
	if (count('trouble') > 0 && count('trouble') >= lacking && wouldHelp()) return 'trouble';
	if (count('cordon') > lacking) return 'cordon';
	if (lacking > 0) return count('resource') > 0 ? 'resource' : 'pod-cap';
	const other = AFTER_ROOM.find(obstacle => count(obstacle) > 0);
	if (other !== undefined) return other;
	if (count('trouble') > 0) return 'trouble';
	if (count('taint') > 0 && (count('selector') === 0 || namesPool(fit))) return 'taint';
	return count('selector') > 0 ? 'selector' : 'other';
}

/** What keeps a pod from nodes that are right and have room, the most telling first. */
const AFTER_ROOM: readonly Obstacle[] = [
	'claim-missing',
	'claim-lost',
	'host-port',
	'volume-elsewhere',
	'claim-unbound',
	'spread',
];

/** How many nodes refuse for what. */
function countsOf({refusals}: FitError): Map<Obstacle, number> {
	const counts = new Map<Obstacle, number>();
	for (const {obstacle, nodes = 0} of refusals) counts.set(obstacle, (counts.get(obstacle) ?? 0) + nodes);
	return counts;
}

/** A taint beside that of the control plane: somebody's pool of nodes. */
function namesPool({refusals}: FitError): boolean {
	return refusals.some(({name, obstacle}) => obstacle === 'taint' && !isControlPlane(name));
}

/** These are in nearly every cluster, and nobody expects to be placed there. */
export function isControlPlane(taint: string): boolean {
	return /^node-role\.kubernetes\.io\/(?:control-plane|master)/.test(taint);
}
