import type {V1Deployment} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {defineKind} from '../../contract.ts';
import {workloadCapabilities, workloadColumns, workloadMark} from '../../workload.ts';
import {projectDeployment} from './project.ts';

export default defineKind<WorkloadRow, Wire<V1Deployment>>({
	id: 'deployment',
	title: 'deployments',
	group: 'apps',
	version: 'v1',
	plural: 'deployments',
	objectKind: 'Deployment',
	namespaced: true,
	aliases: ['dp', 'deploy'],
	capabilities: [...workloadCapabilities, 'replicas'],
	project: projectDeployment,
	columns: workloadColumns(row => row.revision),
	sortedBy: {column: 'ready', descending: false},
	mark: workloadMark,
	drill: row => ({to: 'pod', by: 'owner', uid: row.uid}),
});
