import type {PodSpec} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';
import {counted, listed} from '../phrases.ts';
import {isControlPlane} from './main-obstacle.ts';
import {matches, taintWords, untoleratedTaints} from './node-match.ts';
import {obstacleOfTaint} from './obstacle.ts';
import type {Unplaced} from './unplaced.ts';

/** A taint that keeps pods away. */
export interface Repelling {
	readonly taint: NodeRow['taints'][number];
	/** `dedicated=db:NoSchedule`; without the effect when only the scheduler told. */
	readonly words: string;
	/** `node-1 and node-2`, `3 nodes`. */
	readonly nodes: string;
	/** A toleration of the pods that is for the same key and does not fit: `they tolerate dedicated=web`. */
	readonly near: readonly string[];
}

/** Those that a person set, on the nodes that would do; what is for the control plane comes last, since nobody expects to get there. */
export function repellingTaints({pod, nodes, fit}: Unplaced): readonly Repelling[] {
	const found = nodes === undefined ? [] : onNodes(pod.spec, nodes);
	const told = found.length > 0 ? found : fromWords(fit);
	return told.toSorted((a, b) => Number(isControlPlane(a.words)) - Number(isControlPlane(b.words)));
}

function onNodes(spec: PodSpec, nodes: readonly NodeRow[]): readonly Repelling[] {
	const byTaint = new Map<string, {readonly taint: NodeRow['taints'][number]; readonly names: string[]}>();
	for (const node of nodes) {
		if (!matches(spec, node)) continue;
		for (const taint of untoleratedTaints(spec, node)) {
			if (obstacleOfTaint(taint.key) !== 'taint') continue;
			const known = byTaint.get(taintWords(taint)) ?? {taint, names: []};
			known.names.push(node.name);
			byTaint.set(taintWords(taint), known);
		}
	}
	return [...byTaint].map(([words, {taint, names}]) => ({
		taint,
		words,
		nodes: listed(names.toSorted(), 3),
		near: spec.tolerations
			.filter(({key}) => key === taint.key)
			.map(
				({value, effect}) =>
					`they tolerate ${taintWords({key: taint.key, value, effect: effect || 'any effect'})}`,
			),
	}));
}

function fromWords({refusals}: Unplaced['fit']): readonly Repelling[] {
	return refusals
		.filter(({obstacle, name}) => obstacle === 'taint' && name !== '')
		.map(({name, nodes = 0}) => {
			const [key = '', value = ''] = name.split('=', 2);
			return {taint: {key, value, effect: ''}, words: name, nodes: counted(nodes, 'node'), near: []};
		});
}
