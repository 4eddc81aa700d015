import type {V1Ingress} from '@kubernetes/client-node';
import type {IngressRow} from '../../../model/network.ts';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, namespaceColumn, orNothing} from '../../columns.ts';
import {type Drill, defineKind, type Facts} from '../../contract.ts';
import {projectIngress} from './project.ts';

export default defineKind<IngressRow, Wire<V1Ingress>>({
	id: 'ingress',
	title: 'ingresses',
	group: 'networking.k8s.io',
	version: 'v1',
	plural: 'ingresses',
	objectKind: 'Ingress',
	namespaced: true,
	aliases: ['ing'],
	capabilities: [],
	project: projectIngress,
	columns: [
		namespaceColumn,
		nameColumn,
		{id: 'class', title: 'CLASS', width: {min: 5, max: 20}, priority: 5, value: row => orNothing(row.className)},
		{
			id: 'hosts',
			title: 'HOSTS',
			width: {min: 10, max: 60},
			priority: 2,
			value: row => orNothing(row.hosts.join(', ')),
		},
		{
			id: 'address',
			title: 'ADDRESS',
			width: {min: 9, max: 60},
			priority: 3,
			value: row => orNothing(row.addresses.join(', ')),
		},
		{
			id: 'ports',
			title: 'PORTS',
			width: {min: 5, max: 7},
			priority: 4,
			value: row => (row.tls.length === 0 ? '80' : '80, 443'),
		},
		{
			id: 'backends',
			title: 'SERVICES',
			width: {min: 10, max: 60},
			priority: 6,
			value: row => orNothing([...new Set(row.rules.map(backendText))].join(', ')),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: markOf,
	drill: drillInto,
});

function backendText({service, port}: IngressRow['rules'][number]): string {
	return port === '' ? orNothing(service) : `${orNothing(service)}:${port}`;
}

/** Controllers give an address within a minute or two; some never do, and work nevertheless. */
const ADDRESS_WAIT_MS = 5 * 60_000;

function markOf(row: IngressRow, {now}: Facts): Mark {
	const isWaiting = row.addresses.length === 0 && now - row.createdAt < ADDRESS_WAIT_MS;
	return isWaiting || row.deletedAt !== undefined ? 'progressing' : 'healthy';
}

function drillInto({namespace, rules}: IngressRow): Drill {
	const first = rules.find(rule => rule.service !== '');
	return first === undefined
		? {to: 'nothing', because: 'none of its rules leads to a Service'}
		: {to: 'object', objectKind: 'Service', namespace, name: first.service};
}
