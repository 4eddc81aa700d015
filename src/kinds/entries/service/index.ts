import type {V1Service} from '@kubernetes/client-node';
import type {ServiceObjectRow} from '../../../model/network.ts';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, namespaceColumn, NOTHING, orNothing} from '../../columns.ts';
import {type Drill, defineKind} from '../../contract.ts';
import {projectService} from './project.ts';

export default defineKind<ServiceObjectRow, Wire<V1Service>>({
	id: 'service',
	title: 'services',
	group: '',
	version: 'v1',
	plural: 'services',
	objectKind: 'Service',
	namespaced: true,
	aliases: ['svc'],
	capabilities: ['pods', 'logs', 'ports'],
	project: projectService,
	columns: [
		namespaceColumn,
		nameColumn,
		{id: 'type', title: 'TYPE', width: {min: 9, max: 12}, priority: 3, value: row => row.type},
		{
			id: 'ip',
			title: 'CLUSTER-IP',
			width: {min: 10, max: 39},
			priority: 4,
			value: row => orNothing(row.clusterIp),
		},
		{
			id: 'external',
			title: 'EXTERNAL-IP',
			width: {min: 11, max: 60},
			priority: 5,
			value: externalText,
			tone: row => (isPending(row) ? 'progressing' : undefined),
		},
		{id: 'ports', title: 'PORTS', width: {min: 6, max: 40}, priority: 2, value: portsText},
		{
			id: 'selector',
			title: 'SELECTOR',
			width: {min: 10, max: 80},
			priority: 8,
			wide: true,
			value: row => orNothing(selectorText(row)),
		},
		ageColumn,
	],
	sortedBy: {column: 'name', descending: false},
	mark: markOf,
	drill: drillInto,
});

function externalText(row: ServiceObjectRow): string {
	if (row.type === 'ExternalName') return orNothing(row.externalName);
	return isPending(row) ? '<pending>' : orNothing(row.externalAddresses.join(', '));
}

/** `80/TCP`, `443:30443/TCP` with its port on the nodes. */
function portsText(row: ServiceObjectRow): string {
	const texts = row.ports.map(({port, nodePort, protocol}) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`);
	return texts.length === 0 ? NOTHING : texts.join(', ');
}

function selectorText(row: ServiceObjectRow): string {
	return Object.entries(row.selector ?? {})
		.map(([key, value]) => `${key}=${value}`)
		.join(', ');
}

/** Nobody has given the load balancer an address yet. */
function isPending(row: ServiceObjectRow): boolean {
	return row.type === 'LoadBalancer' && row.externalAddresses.length === 0;
}

/** Whether pods stand behind it, its EndpointSlices know. */
function markOf(row: ServiceObjectRow): Mark {
	return row.deletedAt !== undefined || isPending(row) ? 'progressing' : 'healthy';
}

function drillInto(row: ServiceObjectRow): Drill {
	if (row.type === 'ExternalName')
		return {to: 'nothing', because: `it is only a name for ${orNothing(row.externalName)}`};
	if (row.selector === undefined)
		return {to: 'nothing', because: 'it has no selector: its endpoints are written by hand'};
	return {
		to: 'pod',
		by: 'selector',
		namespace: row.namespace,
		selector: {matchLabels: row.selector, matchExpressions: []},
	};
}
