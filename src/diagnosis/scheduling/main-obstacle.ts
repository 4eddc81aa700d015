import type {PodSpec} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {FitError, Refusal} from './fit-error.ts';
import {matches, onlyNodeOf, untoleratedTaints} from './node-match.ts';
import {type Obstacle, obstacleOfTaint} from './obstacle.ts';

/**
 * Of all that keeps a pod from its nodes the one thing to tell. Most nodes refuse for good reason: they are kept for others, or are
 * not what the pod asks for. What counts is why those do that would be right.
 * @param nodes all there are; undefined when they cannot be listed
 */
export function mainObstacle(fit: FitError, spec: PodSpec, nodes: readonly NodeRow[] | undefined): Obstacle {
	const general = fit.refusals.find(refusal => refusal.nodes === undefined);
	if (general !== undefined) return general.obstacle;
	const counts = countsOf(fit.refusals, spec, nodes);
	const count = (obstacle: Obstacle): number => counts.get(obstacle) ?? 0;
	const suitable = nodes?.filter(node => matches(spec, node));
	// A DaemonSet asks for one node by its name: that the others are not it, says nothing.
	if (onlyNodeOf(spec) !== undefined && counts.size > 1) counts.delete('selector');
	else if (suitable !== undefined && suitable.length === 0 && count('selector') > 0) return 'selector';
	if (suitable !== undefined && suitable.length > 0 && suitable.every(node => isKept(spec, node))) return 'taint';
	const lacking = Math.max(count('resource'), count('pod-cap'));
	if (count('trouble') > 0 && count('trouble') >= lacking) return 'trouble';
	if (count('cordon') > lacking) return 'cordon';
	if (lacking > 0) return count('resource') > 0 ? 'resource' : 'pod-cap';
	const other = AFTER_ROOM.find(obstacle => count(obstacle) > 0);
	if (other !== undefined) return other;
	if (count('taint') > 0 && count('selector') > 0)
		return fit.refusals.some(({name, obstacle}) => obstacle === 'taint' && !isControlPlane(name))
			? 'taint'
			: 'selector';
	return count('selector') > 0 ? 'selector' : count('taint') > 0 ? 'taint' : 'other';
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

/** How many nodes refuse for what. Since 1.35 the scheduler does not name taints any more: the nodes do. */
function countsOf(
	refusals: readonly Refusal[],
	spec: PodSpec,
	nodes: readonly NodeRow[] | undefined,
): Map<Obstacle, number> {
	const counts = new Map<Obstacle, number>();
	const add = (obstacle: Obstacle, more: number): unknown => counts.set(obstacle, (counts.get(obstacle) ?? 0) + more);
	for (const {obstacle, nodes: more = 0, name} of refusals) {
		const isNameless = obstacle === 'taint' && name === '';
		const tainted = isNameless ? (nodes ?? []).filter(node => untoleratedTaints(spec, node).length > 0) : [];
		for (const node of tainted) add(refusalOfTaints(spec, node), 1);
		if (tainted.length === 0) add(obstacle, more);
	}
	return counts;
}

function refusalOfTaints(spec: PodSpec, node: NodeRow): Obstacle {
	if (isKept(spec, node)) return 'taint';
	const kinds = untoleratedTaints(spec, node).map(({key}) => obstacleOfTaint(key));
	return kinds.includes('trouble') ? 'trouble' : 'cordon';
}

/** Somebody keeps the node for other pods, whatever state it is in. */
function isKept(spec: PodSpec, node: NodeRow): boolean {
	return untoleratedTaints(spec, node).some(({key}) => obstacleOfTaint(key) === 'taint');
}

/** These are in nearly every cluster, and nobody expects to be placed there. */
export function isControlPlane(taint: string): boolean {
	return /^node-role\.kubernetes\.io\/(?:control-plane|master)/.test(taint);
}
