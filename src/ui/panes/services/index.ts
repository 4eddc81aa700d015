import type {ServiceRow} from '../../../services/service-row.ts';
import {defineTablePane} from '../../contract.ts';
import {whyNothing} from '../../why-nothing.ts';
import {serviceColumns} from './columns.ts';

/** The services of the namespace, worst first: the heart of the home screen. */
export default defineTablePane<ServiceRow>({
	id: 'services',
	shape: 'table',
	title: () => 'services',
	kinds: () => [],
	rows: ({world}) => world.services,
	wholeKind: () => undefined,
	columns: () => serviceColumns,
	sortedBy: () => ({column: 'name', descending: false}),
	worstFirst: () => true,
	mark: ({mark}) => mark,
	enter: ({uid, name}) => ({
		to: 'pane',
		pane: {id: 'table', argument: {kind: 'pod', below: {name, drill: {to: 'pod', by: 'owner', uid}}}},
	}),
	empty({world}) {
		const unknown = whyNothing(world, WORKLOADS, 'the services');
		if (unknown !== undefined) return unknown;
		const pods = world.collections['pod']?.rows.size ?? 0;
		const loose = pods === 0 ? '' : `; ${pods} pods belong to none: :po`;
		return `no Deployment, StatefulSet or DaemonSet in ${world.namespace === '' ? 'any namespace' : `${world.namespace}: 0 shows all namespaces`}${loose}`;
	},
});

/** What a service can be: while one of these is not listed, nobody can say that there is none. */
const WORKLOADS = ['deployment', 'statefulset', 'daemonset'] as const;
