import type {V1ReplicaSet} from '@kubernetes/client-node';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {RevisionRow} from '../../../model/workload.ts';
import {countColumn} from '../../columns.ts';
import {isTrue} from '../../conditions.ts';
import {defineKind, type Facts} from '../../contract.ts';
import {revisionColumns} from '../../revision-columns.ts';
import {projectReplicaSet} from './project.ts';

export default defineKind<RevisionRow, Wire<V1ReplicaSet>>({
	id: 'replicaset',
	title: 'replica sets',
	group: 'apps',
	version: 'v1',
	plural: 'replicasets',
	objectKind: 'ReplicaSet',
	namespaced: true,
	aliases: ['rs'],
	capabilities: ['pods', 'logs', 'replicas'],
	project: projectReplicaSet,
	columns: revisionColumns([
		countColumn({id: 'wanted', title: 'DESIRED', priority: 3, of: row => row.wanted}),
		countColumn({id: 'current', title: 'CURRENT', priority: 3, of: row => row.current}),
		countColumn({id: 'ready', title: 'READY', priority: 2, of: row => row.ready}),
	]),
	// The few that have pods first, not the ten old ones kept for a roll back.
	sortedBy: {column: 'wanted', descending: true},
	mark: markOf,
	drill: row => ({to: 'pod', by: 'owner', uid: row.uid}),
});

/** As long as a Deployment has by default for a rollout (progressDeadlineSeconds). */
const STARTING_MS = 10 * 60_000;

function markOf(row: RevisionRow, {now}: Facts): Mark {
	// Quota, admission or missing rights: it cannot even create pods.
	if (isTrue(row.conditions, 'ReplicaFailure')) return 'struggling';
	if (row.deletedAt !== undefined || row.current !== row.wanted) return 'progressing';
	if (row.ready >= row.wanted) return 'healthy';
	return now - row.createdAt > STARTING_MS ? 'struggling' : 'progressing';
}
