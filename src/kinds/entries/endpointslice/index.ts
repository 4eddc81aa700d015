import type {V1EndpointSlice} from '@kubernetes/client-node';
import type {EndpointSliceRow} from '../../../model/network.ts';
import type {Mark} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import {ageColumn, nameColumn, namespaceColumn, NOTHING, orNothing} from '../../columns.ts';
import {defineKind} from '../../contract.ts';
import {projectEndpointSlice} from './project.ts';

export default defineKind<EndpointSliceRow, Wire<V1EndpointSlice>>({
	id: 'endpointslice',
	title: 'endpoint slices',
	group: 'discovery.k8s.io',
	version: 'v1',
	plural: 'endpointslices',
	objectKind: 'EndpointSlice',
	namespaced: true,
	aliases: ['eps'],
	capabilities: [],
	project: projectEndpointSlice,
	columns: [
		namespaceColumn,
		nameColumn,
		{
			id: 'service',
			title: 'SERVICE',
			width: {min: 10, max: 40},
			priority: 5,
			value: row => orNothing(row.service),
		},
		{
			id: 'ready',
			title: 'READY',
			align: 'right',
			width: {min: 5, max: 9},
			priority: 2,
			value: row => `${readyCount(row)}/${row.endpoints.length}`,
			tone: row => (readyCount(row) < row.endpoints.length ? 'struggling' : undefined),
			sort: row => (row.endpoints.length === 0 ? 1 : readyCount(row) / row.endpoints.length),
		},
		{
			id: 'ports',
			title: 'PORTS',
			width: {min: 5, max: 30},
			priority: 4,
			value: row => orNothing(row.ports.map(({port}) => port).join(', ')),
		},
		{
			id: 'endpoints',
			title: 'ENDPOINTS',
			width: {min: 10, max: 60},
			priority: 6,
			value: addressesText,
		},
		{
			id: 'addressType',
			title: 'ADDRESS TYPE',
			width: {min: 12, max: 12},
			priority: 8,
			wide: true,
			value: row => orNothing(row.addressType),
		},
		ageColumn,
	],
	sortedBy: {column: 'ready', descending: false},
	mark: markOf,
	drill: ({service, namespace}) =>
		service === ''
			? {to: 'nothing', because: 'it belongs to no Service'}
			: {to: 'object', objectKind: 'Service', namespace, name: service},
});

/** A slice may have a thousand addresses: three show what they look like. */
const ADDRESSES_SHOWN = 3;

function addressesText({endpoints}: EndpointSliceRow): string {
	const addresses = endpoints.flatMap(endpoint => endpoint.addresses).filter(address => address !== '');
	if (addresses.length === 0) return NOTHING;
	const rest = addresses.length - ADDRESSES_SHOWN;
	return `${addresses.slice(0, ADDRESSES_SHOWN).join(', ')}${rest > 0 ? ` + ${rest} more` : ''}`;
}

function readyCount({endpoints}: EndpointSliceRow): number {
	return endpoints.filter(endpoint => endpoint.ready).length;
}

/** Pods that go are out of the count. No endpoint at all is what a service scaled to zero has. */
function markOf(row: EndpointSliceRow): Mark {
	const staying = row.endpoints.filter(endpoint => !endpoint.terminating);
	const ready = staying.filter(endpoint => endpoint.ready).length;
	if (ready === staying.length) return 'healthy';
	return ready === 0 ? 'struggling' : 'progressing';
}
