import type {V1StatefulSet} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {defineKind} from '../../contract.ts';
import {workloadCapabilities, workloadColumns, workloadMark} from '../../workload.ts';
import {projectStatefulSet} from './project.ts';

export default defineKind<WorkloadRow, Wire<V1StatefulSet>>({
	id: 'statefulset',
	title: 'stateful sets',
	group: 'apps',
	version: 'v1',
	plural: 'statefulsets',
	objectKind: 'StatefulSet',
	namespaced: true,
	aliases: ['sts'],
	capabilities: [...workloadCapabilities, 'replicas'],
	project: projectStatefulSet,
	// A revision's name begins with that of its set: the hash behind is what tells two apart.
	columns: workloadColumns(row => row.updateHash.slice(row.updateHash.lastIndexOf('-') + 1)),
	sortedBy: {column: 'ready', descending: false},
	mark: workloadMark,
	drill: row => ({to: 'pod', by: 'owner', uid: row.uid}),
});
