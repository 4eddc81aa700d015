import type {NodeRequirement} from '../../model/placement.ts';
import type {PodSpec, Toleration} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';

type Taint = NodeRow['taints'][number];

/** Whether selector and required affinity let the pod on the node (component-helpers `scheduling/corev1/nodeaffinity`). */
export function matches({nodeSelector, placement}: PodSpec, node: NodeRow): boolean {
	const {terms} = placement;
	return (
		Object.entries(nodeSelector).every(([key, value]) => labelOf(node, key) === value) &&
		(terms.length === 0 || terms.some(term => term.length > 0 && term.every(one => meets(one, node))))
	);
}

/** Whether the node is as one requirement wants it; an operator that we do not know is met by nobody. */
export function meets({key, isField, operator, values}: NodeRequirement, node: NodeRow): boolean {
	const value = isField ? (key === 'metadata.name' ? node.name : undefined) : labelOf(node, key);
	if (operator === 'NotIn') return value === undefined || !values.includes(value);
	if (operator === 'DoesNotExist') return value === undefined;
	if (value === undefined) return false;
	if (operator === 'In') return values.includes(value);
	if (operator === 'Gt') return Number(value) > Number(values[0]);
	if (operator === 'Lt') return Number(value) < Number(values[0]);
	return operator === 'Exists';
}

/** A label named `constructor` is not there because every object has one. */
export function labelOf({labels}: NodeRow, key: string): string | undefined {
	return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** The taints that keep the pod from being placed there. */
export function untoleratedTaints({tolerations}: PodSpec, {taints}: NodeRow): readonly Taint[] {
	return taints.filter(
		taint => taint.effect !== 'PreferNoSchedule' && !tolerations.some(toleration => tolerates(toleration, taint)),
	);
}

function tolerates({key, operator, value, effect}: Toleration, taint: Taint): boolean {
	if (key !== '' && key !== taint.key) return false;
	if (effect !== '' && effect !== taint.effect) return false;
	return operator === 'Exists' || (key !== '' && value === taint.value);
}

/** `dedicated=db:NoSchedule` */
export function taintWords({key, value, effect}: Taint): string {
	return `${key}${value === '' ? '' : `=${value}`}:${effect}`;
}

/** The node that the pod is meant for and no other, as a DaemonSet writes it; undefined for all other pods. */
export function onlyNodeOf({placement: {terms}}: PodSpec): string | undefined {
	const names = terms.map(term => {
		const field = term.find(({isField, key, operator}) => isField && key === 'metadata.name' && operator === 'In');
		return field?.values.length === 1 ? field.values[0] : undefined;
	});
	const [only] = names;
	return names.every(name => name === only) ? only : undefined;
}
