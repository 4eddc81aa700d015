import type {RevisionRow} from '../../../model/workload.ts';
import {defineKind} from '../../contract.ts';
import {revisionColumns} from '../../revision-columns.ts';
import {projectControllerRevision} from './project.ts';

export default defineKind<RevisionRow, Parameters<typeof projectControllerRevision>[0]>({
	id: 'controllerrevision',
	title: 'controller revisions',
	group: 'apps',
	version: 'v1',
	plural: 'controllerrevisions',
	objectKind: 'ControllerRevision',
	namespaced: true,
	aliases: ['crev'],
	capabilities: [],
	project: projectControllerRevision,
	columns: revisionColumns([]),
	sortedBy: {column: 'age', descending: false},
	// A record of the past has no state.
	mark: () => 'healthy',
	drill: () => ({to: 'nothing', because: 'a controller revision owns no pods; the pods belong to its workload'}),
});
