import type {V1Node} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import {parseQuantity} from '../../../model/quantity.ts';
import type {Condition, Labels} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {NodeRow} from '../../../model/workload.ts';
import {conditionNamed, conditionsOf} from '../../conditions.ts';
import {fieldsOf, listOf, mapOf, textOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

export function projectNode(object: Wire<V1Node>, intern: Intern): NodeRow {
	const {metadata, spec, status} = fieldsOf(object);
	const meta = metadataOf(metadata, intern);
	const conditions = conditionsOf(status?.conditions, intern);
	const unschedulable = spec?.unschedulable === true;
	const allocatable = status?.allocatable;
	return {
		kind: 'node',
		...meta,
		status: `${readiness(conditions)}${unschedulable ? ',SchedulingDisabled' : ''}`,
		roles: rolesOf(meta.labels),
		version: intern.text(textOf(status?.nodeInfo?.kubeletVersion)),
		internalIp: textOf(listOf(status?.addresses).find(({type}) => type === 'InternalIP')?.address),
		allocatable: {
			cpu: parseQuantity(allocatable?.['cpu']),
			memory: parseQuantity(allocatable?.['memory']),
			pods: parseQuantity(allocatable?.['pods']),
			others: othersOf(allocatable),
		},
		unschedulable,
		taints: listOf(spec?.taints).map(({key, value, effect}) => ({
			key: textOf(key),
			value: textOf(value),
			effect: textOf(effect),
		})),
		conditions,
	};
}

/** As kubectl prints it: a node that stopped reporting (Ready is `Unknown`) is NotReady as well. */
function readiness(conditions: readonly Condition[]): string {
	const ready = conditionNamed(conditions, 'Ready');
	if (ready === undefined) return 'Unknown';
	return ready.status === 'True' ? 'Ready' : 'NotReady';
}

/** Two conventions for labels, as kubectl knows them. */
function rolesOf(labels: Labels): readonly string[] {
	const prefix = 'node-role.kubernetes.io/';
	const roles = Object.entries(labels).flatMap(([key, value]) => {
		if (key.startsWith(prefix)) return [key.slice(prefix.length)];
		return key === 'kubernetes.io/role' ? [value] : [];
	});
	return [...new Set(roles.filter(role => role !== ''))].toSorted();
}

function othersOf(allocatable: unknown): Readonly<Record<string, number>> {
	return Object.fromEntries(
		Object.entries(mapOf(allocatable)).flatMap(([name, text]) => {
			const amount = name === 'cpu' || name === 'memory' || name === 'pods' ? 0 : (parseQuantity(text) ?? 0);
			return amount === 0 ? [] : [[name, amount]];
		}),
	);
}
