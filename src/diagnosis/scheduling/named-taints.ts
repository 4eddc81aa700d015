import type {PodSpec} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {FitError, Refusal} from './fit-error.ts';
import {untoleratedTaints} from './node-match.ts';
import {obstacleOfTaint} from './obstacle.ts';

/** Since 1.35 the scheduler does not name taints any more, but the nodes do: so a refusal becomes one for each kind of taint. */
export function withNamedTaints(fit: FitError, spec: PodSpec, nodes: readonly NodeRow[] | undefined): FitError {
	const isNameless = ({obstacle, name}: Refusal): boolean => obstacle === 'taint' && name === '';
	if (nodes === undefined || !fit.refusals.some(isNameless)) return fit;
	const named = namedRefusals(spec, nodes);
	// None is found when the nodes have changed since.
	if (named.length === 0) return fit;
	return {...fit, refusals: [...fit.refusals.filter(refusal => !isNameless(refusal)), ...named]};
}

/** Somebody keeps the node for other pods, whatever state it is in. */
export function isKept(spec: PodSpec, node: NodeRow): boolean {
	return untoleratedTaints(spec, node).some(({key}) => obstacleOfTaint(key) === 'taint');
}

function namedRefusals(spec: PodSpec, nodes: readonly NodeRow[]): readonly Refusal[] {
	const refusals = new Map<string, Refusal>();
	for (const node of nodes) {
		// A cordoned node is refused as such, before its taints are looked at.
		if (node.unschedulable) continue;
		const taints = untoleratedTaints(spec, node).map(({key, value}) => ({
			obstacle: obstacleOfTaint(key),
			name: value === '' ? key : `${key}=${value}`,
		}));
		const first = ORDER.flatMap(kind => taints.filter(({obstacle}) => obstacle === kind))[0];
		if (first === undefined) continue;
		const known = refusals.get(first.name)?.nodes ?? 0;
		refusals.set(first.name, {...first, nodes: known + 1, text: `node(s) had untolerated taint {${first.name}}`});
	}
	return [...refusals.values()];
}

/** What somebody wants weighs more than the state that a node is in. */
const ORDER = ['taint', 'trouble', 'cordon'] as const;
