import type {V2HorizontalPodAutoscaler} from '@kubernetes/client-node';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {AutoscalerRow} from '../../../model/workload.ts';
import {ageColumn, countColumn, nameColumn, namespaceColumn, NOTHING, orNothing} from '../../columns.ts';
import {conditionNamed, isTrue} from '../../conditions.ts';
import {defineKind} from '../../contract.ts';
import {projectAutoscaler} from './project.ts';

export default defineKind<AutoscalerRow, Wire<V2HorizontalPodAutoscaler>>({
	id: 'hpa',
	title: 'autoscalers',
	group: 'autoscaling',
	version: 'v2',
	plural: 'horizontalpodautoscalers',
	objectKind: 'HorizontalPodAutoscaler',
	namespaced: true,
	aliases: ['autoscalers'],
	capabilities: [],
	project: projectAutoscaler,
	columns: [
		namespaceColumn,
		nameColumn,
		{
			id: 'reference',
			title: 'REFERENCE',
			width: {min: 12, max: 40},
			priority: 5,
			value: row => (row.target.name === '' ? NOTHING : `${row.target.kind}/${row.target.name}`),
		},
		{
			id: 'targets',
			title: 'TARGETS',
			width: {min: 14, max: 50},
			priority: 2,
			value: row => orNothing(row.targets.join(', ')),
			tone: row => (isBlind(row) ? 'struggling' : undefined),
		},
		countColumn({id: 'replicasMin', title: 'MIN', priority: 4, of: row => row.replicasMin}),
		countColumn({id: 'replicasMax', title: 'MAX', priority: 3, of: row => row.replicasMax}),
		{
			...countColumn<AutoscalerRow>({id: 'replicas', title: 'REPLICAS', priority: 3, of: row => row.current}),
			tone: row => (isAtCeiling(row) ? 'struggling' : undefined),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: markOf,
	drill: ({target, namespace}) =>
		target.kind === '' || target.name === ''
			? {to: 'nothing', because: 'this autoscaler names no target'}
			: {to: 'object', objectKind: target.kind, namespace, name: target.name},
});

function markOf(row: AutoscalerRow): Mark {
	if (isBlind(row) || isAtCeiling(row)) return 'struggling';
	return row.current === row.wanted ? 'healthy' : 'progressing';
}

/** It cannot scale: no metrics, no target, or no right to change it. ScalingDisabled is a target of 0 replicas, and meant. */
function isBlind({conditions}: AutoscalerRow): boolean {
	const active = conditionNamed(conditions, 'ScalingActive');
	const isUnable = conditionNamed(conditions, 'AbleToScale')?.status === 'False';
	return isUnable || (active?.status === 'False' && active.reason !== 'ScalingDisabled');
}

/** It wants more replicas than it may have: the next spike finds no reserve. */
function isAtCeiling({conditions, current, replicasMax}: AutoscalerRow): boolean {
	const isLimitedAbove = conditionNamed(conditions, 'ScalingLimited')?.reason === 'TooManyReplicas';
	return isTrue(conditions, 'ScalingLimited') && isLimitedAbove && current >= replicasMax;
}
