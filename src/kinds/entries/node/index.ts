import type {V1Node} from '@kubernetes/client-node';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {NodeRow} from '../../../model/workload.ts';
import {ageColumn, nameColumn, orNothing} from '../../columns.ts';
import {isTrue} from '../../conditions.ts';
import {defineKind} from '../../contract.ts';
import {usageColumns} from '../../usage-columns.ts';
import {projectNode} from './project.ts';

export default defineKind<NodeRow, Wire<V1Node>>({
	id: 'node',
	title: 'nodes',
	group: '',
	version: 'v1',
	plural: 'nodes',
	objectKind: 'Node',
	namespaced: false,
	aliases: ['no'],
	capabilities: ['pods'],
	project: projectNode,
	columns: [
		nameColumn,
		{
			id: 'status',
			title: 'STATUS',
			width: {min: 8, max: 28},
			priority: 2,
			value: row => [row.status, ...troubles(row)].join(','),
			tone: row => (markOf(row) === 'struggling' ? 'struggling' : undefined),
		},
		{
			id: 'roles',
			title: 'ROLES',
			width: {min: 5, max: 24},
			priority: 5,
			value: row => orNothing(row.roles.join(',')),
		},
		...usageColumns<NodeRow>({cpu: row => row.allocatable.cpu, memory: row => row.allocatable.memory, title: '%A'}),
		{id: 'version', title: 'VERSION', width: {min: 7, max: 24}, priority: 6, value: row => orNothing(row.version)},
		{
			id: 'ip',
			title: 'INTERNAL-IP',
			width: {min: 11, max: 39},
			priority: 8,
			wide: true,
			value: row => orNothing(row.internalIp),
		},
		{
			id: 'taints',
			title: 'TAINTS',
			width: {min: 6, max: 60},
			priority: 9,
			wide: true,
			value: row => orNothing(row.taints.map(taintText).join(', ')),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: markOf,
	drill: row => ({to: 'pod', by: 'node', node: row.name}),
});

function taintText({key, value, effect}: NodeRow['taints'][number]): string {
	return `${key}${value === '' ? '' : `=${value}`}:${effect}`;
}

function markOf(row: NodeRow): Mark {
	if (row.status.startsWith('Unknown')) return 'unknown';
	if (!isTrue(row.conditions, 'Ready') || troubles(row).length > 0) return 'struggling';
	// Somebody drains it: it is on its way.
	return row.unschedulable ? 'progressing' : 'healthy';
}

/** The conditions that mean harm when they are true. Others, of node problem detectors, have names that we cannot judge. */
function troubles({conditions}: NodeRow): readonly string[] {
	return ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'].filter(type =>
		isTrue(conditions, type),
	);
}
