import type {V1DaemonSet} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {defineKind} from '../../contract.ts';
import {workloadCapabilities, workloadColumns, workloadMark} from '../../workload.ts';
import {projectDaemonSet} from './project.ts';

export default defineKind<WorkloadRow, Wire<V1DaemonSet>>({
	id: 'daemonset',
	title: 'daemon sets',
	group: 'apps',
	version: 'v1',
	plural: 'daemonsets',
	objectKind: 'DaemonSet',
	namespaced: true,
	aliases: ['ds'],
	capabilities: workloadCapabilities,
	project: projectDaemonSet,
	// Its object does not name its newest revision.
	columns: workloadColumns(() => '').filter(column => column.id !== 'revision'),
	sortedBy: {column: 'ready', descending: false},
	mark: workloadMark,
	drill: row => ({to: 'pod', by: 'owner', uid: row.uid}),
});
