import {nearest} from '../../lib/nearest.ts';
import type {NodeRequirement} from '../../model/placement.ts';
import type {PodSpec} from '../../model/pod-spec.ts';
import type {NodeRow} from '../../model/workload.ts';
import {listed} from '../phrases.ts';
import {labelOf, meets} from './node-match.ts';

/** What a pod wants of its node that none has. */
export interface Unmet {
	/** `disktype=ssd`, `zone in (a, b)`. */
	readonly wanted: string;
	/** `selector` or `affinity`: where it is written. */
	readonly where: 'node selector' | 'node affinity';
	/** The first requirement that nobody meets, for the remedy. */
	readonly first: NodeRequirement | undefined;
	/** What nodes have instead; empty when they are not known. */
	readonly instead: string;
}

/** Of several affinity terms the one with the fewest requirements that nobody meets is the one that was probably meant. */
export function unmetOf(spec: PodSpec, nodes: readonly NodeRow[] | undefined): Unmet {
	const {terms} = spec.placement;
	const selector = Object.entries(spec.nodeSelector).map(([key, value]): NodeRequirement => {
		return {key, isField: false, operator: 'In', values: [value]};
	});
	const candidates = (terms.length === 0 ? [[]] : terms).map(term => {
		const all = [...selector, ...term];
		return {all, lonely: nodes === undefined ? [] : all.filter(one => !nodes.some(node => meets(one, node)))};
	});
	const isEmpty = ({lonely}: (typeof candidates)[number]): boolean => lonely.length === 0;
	// Where each can be met by itself, it is the combination that nobody has.
	const best = candidates.find(isEmpty) ?? candidates.toSorted((a, b) => a.lonely.length - b.lonely.length)[0];
	const {all = [], lonely = []} = best ?? {};
	const missing = lonely.length === 0 ? all : lonely;
	const [first] = missing;
	return {
		wanted: listed(missing.map(requirementWords), 3),
		where: first !== undefined && selector.includes(first) ? 'node selector' : 'node affinity',
		first,
		instead: nodes === undefined || first === undefined ? '' : insteadOf(first, lonely, all, nodes),
	};
}

/** `disktype=ssd`, `zone in (a, b)`, `the label gpu`, `no label spot`. */
function requirementWords({key, isField, operator, values}: NodeRequirement): string {
	const list = values.length > 4 ? [...values.slice(0, 3), '…'] : values;
	if (isField && operator === 'In') return `the name ${list.join(' or ')}`;
	if (operator === 'Exists') return `the label ${key}`;
	if (operator === 'DoesNotExist') return `no label ${key}`;
	if (operator === 'In' && list.length === 1) return `${key}=${list.join('')}`;
	if (operator === 'In' || operator === 'NotIn')
		return `${key} ${operator === 'In' ? '' : 'not '}in (${list.join(', ')})`;
	return `${key} ${operator === 'Gt' ? '>' : '<'} ${list.join('')}`;
}

function insteadOf(
	first: NodeRequirement,
	lonely: readonly NodeRequirement[],
	all: readonly NodeRequirement[],
	nodes: readonly NodeRow[],
): string {
	if (lonely.length === 0) return nearMiss(all, nodes);
	const {key, isField} = first;
	if (isField)
		return `there ${nodes.length === 1 ? 'is' : 'are'} ${listed(nodes.map(({name}) => name).toSorted(), 3)}`;
	const values = tally(nodes.flatMap(node => labelOf(node, key) ?? []));
	const found = values.map(([value, count], index) => `${index === 0 ? `${key}=` : ''}${value} (${count})`);
	if (found.length > 0) return `nodes have ${listed(found)}`;
	const keys = new Set(nodes.flatMap(({labels}) => Object.keys(labels)));
	const near = nearest(key, keys);
	if (near === undefined)
		return `${nodes.length === 1 ? 'the only node has no' : `none of ${nodes.length} nodes has a`} label ${key}`;
	const [value, count] = tally(nodes.flatMap(node => labelOf(node, near) ?? []))[0] ?? ['', 0];
	return `none has a label ${key}, ${count} ${count === 1 ? 'has' : 'have'} ${near}=${value}`;
}

/** The node that lacks least. */
function nearMiss(all: readonly NodeRequirement[], nodes: readonly NodeRow[]): string {
	const [nearestNode] = nodes
		.map(node => ({name: node.name, lacks: all.filter(one => !meets(one, node))}))
		.toSorted((a, b) => a.lacks.length - b.lacks.length);
	if (nearestNode === undefined || nearestNode.lacks.length === 0) return '';
	return `no node has all of it; ${nearestNode.name} lacks ${listed(nearestNode.lacks.map(requirementWords), 3)}`;
}

/** How often each occurs, the most frequent first. */
function tally(values: readonly string[]): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}
