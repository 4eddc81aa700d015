import {conditionNamed, isTrue} from '../../kinds/conditions.ts';
import type {Condition} from '../../model/row.ts';
import type {NodeRow} from '../../model/workload.ts';
import {listed} from '../phrases.ts';
import {obstacleOfTaint} from '../scheduling/obstacle.ts';

/** The condition Ready when it is not true; undefined for a node that is ready, and for one that has not said anything yet. */
export function unreadiness({conditions}: NodeRow): Condition | undefined {
	const ready = conditionNamed(conditions, 'Ready');
	return ready === undefined || ready.status === 'True' ? undefined : ready;
}

/** Whether its kubelet went silent: what runs there may still run, and nobody knows. */
export function isSilent({status, reason}: Condition): boolean {
	return status === 'Unknown' || reason === 'NodeStatusUnknown';
}

/** Whether somebody takes it out of service: cordoned, drained, or removed by an autoscaler. */
export function isLeaving({unschedulable, taints, deletedAt}: NodeRow): boolean {
	return unschedulable || deletedAt !== undefined || taints.some(({key}) => obstacleOfTaint(key) === 'cordon');
}

/** What is the matter with a node, as a predicate: `stopped reporting`, `is short of memory`; empty when nothing is. */
export function troubleWords(node: NodeRow): string {
	const ready = unreadiness(node);
	if (ready !== undefined) return isSilent(ready) ? 'stopped reporting' : 'is not ready';
	const pressure = PRESSURES.find(({condition}) => isTrue(node.conditions, condition));
	if (pressure !== undefined) return pressure.words;
	if (node.unschedulable) return 'is cordoned';
	if (isLeaving(node)) return 'is being removed';
	const keys = node.taints.map(({key}) => key).filter(key => obstacleOfTaint(key) === 'trouble');
	return keys.length === 0 ? '' : `has taint ${listed(keys, 2)}`;
}

/** The conditions that mean harm when they are true. Others, of node problem detectors, have names that we cannot judge. */
export const PRESSURES = [
	{condition: 'MemoryPressure', words: 'is short of memory'},
	{condition: 'DiskPressure', words: 'is short of disk'},
	{condition: 'PIDPressure', words: 'is short of process ids'},
	{condition: 'NetworkUnavailable', words: 'has no network for pods'},
] as const;

/** `node-1 and node-2 stopped reporting, node-3 is cordoned`: nodes in the same trouble are said together. */
export function troublesOf(nodes: readonly NodeRow[]): string {
	const byWords = Map.groupBy(nodes, troubleWords);
	const parts = [...byWords].map(([words, some]) => {
		const names = some.map(({name}) => name).toSorted();
		return `${listed(names, 3)} ${names.length === 1 ? words : words.replace(/^is /, 'are ').replace(/^has /, 'have ')}`;
	});
	return parts.slice(0, 2).join(', ');
}
