import {counted, listed, oneLine} from '../phrases.ts';
import type {FitError, Refusal} from './fit-error.ts';
import {isControlPlane} from './main-obstacle.ts';
import {onlyNodeOf} from './node-match.ts';
import type {Unplaced} from './unplaced.ts';

/** What is to be said beside the main thing: the nodes that refuse for other reasons, and what the autoscaler thinks of it. */
export function besides(kept: Unplaced): readonly string[] {
	return [...otherNodes(kept), ...afterwords(kept)];
}

/** What the autoscaler thinks of it, and what could not be seen: for obstacles that are the same on all nodes. */
export function afterwords(kept: Unplaced): readonly string[] {
	return [...autoscaler(kept), ...(kept.nodes === undefined ? ['nodes cannot be listed'] : [])];
}

/** `2 more nodes are kept for others`: they are counted, since the scheduler does not name them. */
function otherNodes({fit, obstacle, pod}: Unplaced): readonly string[] {
	const isForOneNode = onlyNodeOf(pod.spec) !== undefined;
	const others = fit.refusals.filter(
		({obstacle: other, nodes = 0}) => other !== obstacle && nodes > 0 && !(isForOneNode && other === 'selector'),
	);
	if (others.length === 0) return [];
	const parts = others.map(refusal => `${refusal.nodes ?? 0} ${becauseOf(refusal)}`);
	return [`of ${counted(fit.nodes, 'node')} also ${listed(parts, 3)}`];
}

function becauseOf({obstacle, name, text, nodes = 0}: Refusal): string {
	const [is, does] = nodes === 1 ? ['is', 'does'] : ['are', 'do'];
	switch (obstacle) {
		case 'taint': {
			const whose = isControlPlane(name) ? 'for the control plane' : 'for others';
			return `${is} kept ${whose}${name === '' || isControlPlane(name) ? '' : ` (taint ${name})`}`;
		}
		case 'cordon':
			return `${is} cordoned`;
		case 'trouble':
			return `${is} not well${name === '' ? '' : ` (${name.replace('node.kubernetes.io/', '')})`}`;
		case 'selector':
			return `${does} not match the selector`;
		case 'resource':
			return `${does} not have enough ${name}`;
		case 'pod-cap':
			return `${is} at the maximum of pods`;
		default:
			return `refuse: ${oneLine(text, 80)}`;
	}
}

function autoscaler({scaleUp}: Unplaced): readonly string[] {
	if (scaleUp?.state === 'overdue') return ['a node that the autoscaler announced has not come'];
	if (scaleUp?.state !== 'refused') return [];
	const words = oneLine(scaleUp.words, 120);
	return [`the autoscaler adds no node${words === '' ? '' : `: ${words}`}`];
}

/** Names of what is short, each once: `cpu`, `memory`. */
export function lackedBy({refusals}: FitError): readonly string[] {
	return [...new Set(refusals.filter(({obstacle}) => obstacle === 'resource').map(({name}) => name))];
}
