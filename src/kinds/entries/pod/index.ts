import type {V1Pod} from '@kubernetes/client-node';
import type {PodRow} from '../../../model/pod.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineKind} from '../../contract.ts';
import {podColumns} from './columns.ts';
import {markOf} from './mark.ts';
import {projectPod} from './project.ts';

export default defineKind<PodRow, Wire<V1Pod>>({
	id: 'pod',
	title: 'pods',
	group: '',
	version: 'v1',
	plural: 'pods',
	objectKind: 'Pod',
	namespaced: true,
	aliases: ['po'],
	capabilities: ['containers', 'logs', 'ports'],
	project: projectPod,
	columns: podColumns,
	sortedBy: {column: 'restarts', descending: true},
	mark: markOf,
	drill: pod => ({to: 'containers', pod: pod.uid}),
});
