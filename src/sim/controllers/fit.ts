import type {Node} from '../objects.ts';
import type {Pod, Toleration} from '../pod-object.ts';
import {quantityOf} from '../quantity.ts';

/** What is asked of a node: cores, bytes, and a place. */
export interface Load {
	readonly cpu: number;
	readonly memory: number;
	readonly pods: number;
}

/** Why a pod cannot go on a node, in the scheduler's words; empty when it can. `isHopeless`: not even on an empty one. */
export interface Misfit {
	readonly reasons: readonly string[];
	readonly isHopeless: boolean;
}

/** Checks in the order of the scheduler's filters. `load` is what the node's pods ask for already. */
export function misfitOf(pod: Pod, node: Node, load: Load): Misfit {
	const {tolerations = [], nodeSelector = {}, affinity} = pod.spec;
	const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
	const isWanted = terms.every(({matchFields = []}) =>
		matchFields.every(({values}) => values.includes(node.metadata.name)),
	);
	const labels = node.metadata.labels ?? {};
	if (!isWanted || !Object.entries(nodeSelector).every(([key, value]) => labels[key] === value)) {
		return {reasons: ["node(s) didn't match Pod's node affinity/selector"], isHopeless: true};
	}
	if (!tolerates(tolerations, node)) return {reasons: ['node(s) had untolerated taint(s)'], isHopeless: true};
	const asked = loadOf(pod);
	const room = capacityOf(node);
	const reasons = [
		load.pods + 1 > room.pods ? 'Too many pods' : '',
		load.cpu + asked.cpu > room.cpu ? 'Insufficient cpu' : '',
		load.memory + asked.memory > room.memory ? 'Insufficient memory' : '',
	];
	return {
		reasons: reasons.filter(reason => reason !== ''),
		isHopeless: asked.cpu > room.cpu || asked.memory > room.memory,
	};
}

/** Cordoned nodes count as tainted, as they are in a real cluster. */
export function tolerates(tolerations: readonly Toleration[], {spec}: Node): boolean {
	const cordoned = spec.unschedulable
		? [{key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule'}]
		: [];
	return [...(spec.taints ?? []), ...cordoned]
		.filter(({effect}) => effect !== 'PreferNoSchedule')
		.every(taint =>
			tolerations.some(
				({key, operator = 'Equal', value = '', effect}) =>
					(key === undefined || key === taint.key) &&
					(effect === undefined || effect === taint.effect) &&
					(operator === 'Exists' || value === (taint.value ?? '')),
			),
		);
}

/** What a pod's containers request together. */
export function loadOf({spec}: Pod): Load {
	const sum = (name: string): number =>
		spec.containers.reduce((total, {resources}) => total + quantityOf(resources?.requests?.[name]), 0);
	return {cpu: sum('cpu'), memory: sum('memory'), pods: 1};
}

export function sumOf(loads: readonly Load[]): Load {
	return loads.reduce((a, b) => ({cpu: a.cpu + b.cpu, memory: a.memory + b.memory, pods: a.pods + b.pods}), {
		cpu: 0,
		memory: 0,
		pods: 0,
	});
}

function capacityOf({status}: Node): Load {
	const {cpu, memory, pods = '110'} = status.allocatable ?? {};
	return {cpu: quantityOf(cpu), memory: quantityOf(memory), pods: quantityOf(pods)};
}
