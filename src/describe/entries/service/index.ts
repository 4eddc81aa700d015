import type {V1Service} from '@kubernetes/client-node';
import {fieldsOf, textOf} from '../../../kinds/json.ts';
import type {EndpointSliceRow, ServiceObjectRow, ServicePort} from '../../../model/network.ts';
import type {Wire} from '../../../model/wire.ts';
import {selects} from '../../../model/selector.ts';
import {defineDescription, type Entry, type Section, type Word} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {eventSection} from '../../parts/events.ts';
import {ago, atMost, columnCells, count, entry, listed, nameOf, word} from '../../words.ts';

export default defineDescription<ServiceObjectRow, Wire<V1Service>>({
	id: 'service',
	*sections({object, row, known}) {
		const {spec} = fieldsOf(object);
		yield {title: 'STATUS', entries: statusEntries(row, textOf(spec?.sessionAffinity), known)};
		yield {title: 'PORTS', entries: row.ports.map(port => entry('', portWords(port)))};
		yield selectorSection(row, known);
		yield endpointSection(row, known);
		yield eventSection(row, [], known);
	},
});

function statusEntries(row: ServiceObjectRow, affinity: string, known: Known): readonly Entry[] {
	const {type, clusterIp, externalAddresses, externalName, createdAt} = row;
	const isWaiting = type === 'LoadBalancer' && externalAddresses.length === 0;
	const words = listed([
		type,
		clusterIp === 'None' ? 'no address of its own: its name leads to the pods' : clusterIp,
		externalName === '' ? '' : `an alias of ${externalName}`,
		externalAddresses.length === 0 ? '' : `from outside ${externalAddresses.join(', ')}`,
		isWaiting ? word('has no address from outside yet', 'struggling') : '',
		affinity === '' || affinity === 'None' ? '' : `sticks to a pod by ${affinity}`,
		word(ago(createdAt, known), 'muted'),
	]);
	return [entry('', words)];
}

/** `80 → 8000 (http), 30080 on every node` */
function portWords({name, port, targetPort, nodePort, protocol}: ServicePort): readonly Word[] {
	const number = protocol === 'TCP' || protocol === '' ? `${port}` : `${port}/${protocol}`;
	return [
		word(number),
		word(targetPort === '' || targetPort === String(port) ? '' : ` → ${targetPort}`),
		word(name === '' ? '' : ` (${name})`, 'muted'),
		word(nodePort === undefined ? '' : `, ${nodePort} on every node`, 'muted'),
	];
}

/** Whom it selects, and how many there are of them. */
function selectorSection(row: ServiceObjectRow, known: Known): Section {
	const {selector, namespace} = row;
	if (selector === undefined) {
		const words = word('selects no pods: its endpoints are made by somebody else', 'muted');
		return {title: 'SELECTS', entries: row.type === 'ExternalName' ? [] : [entry('', words)]};
	}
	const texts = Object.entries(selector).map(([key, value]) => `${key}=${value}`);
	const pods = [...known.rows('pod')].filter(
		pod => pod.namespace === namespace && selects({matchLabels: selector, matchExpressions: []}, pod.labels),
	);
	const who = known.join.behind(row).map(nameOf);
	const blindness = known.blindness('pod', namespace);
	const number = blindness !== undefined ? word(blindness, 'struggling') : count(pods.length, 'pod');
	const found = pods.length === 0 && blindness === undefined ? word('no pod has these labels', 'struggling') : number;
	return {
		title: 'SELECTS',
		entries: [entry('', texts.join(', ')), entry('pods', listed([found, who.join(', ')]))],
	};
}

/** More than a screen. */
const ENDPOINTS_MAX = 30;

/** Where its traffic goes, those that get none first. */
function endpointSection({name, namespace}: ServiceObjectRow, known: Known): Section {
	const slices = [...known.rows('endpointslice')].filter(
		slice => slice.service === name && slice.namespace === namespace,
	);
	const endpoints = slices.flatMap(slice => slice.endpoints.map(endpoint => ({slice, endpoint})));
	const sorted = endpoints.toSorted((a, b) => Number(a.endpoint.ready) - Number(b.endpoint.ready));
	const blindness = known.blindness('endpointslice', namespace);
	const cells = columnCells(endpoints.map(({slice, endpoint}) => addressText(slice, endpoint)));
	return {
		title: 'ENDPOINTS',
		entries: [
			...atMost(sorted, ENDPOINTS_MAX, ({slice, endpoint}) => entry('', endpointWords(slice, endpoint, cells))),
			...(blindness === undefined ? [] : [entry('', word(blindness, 'struggling'))]),
			...(endpoints.length > 0 || blindness !== undefined ? [] : [entry('', word('none', 'struggling'))]),
		],
	};
}

type Endpoint = EndpointSliceRow['endpoints'][number];

function endpointWords(slice: EndpointSliceRow, endpoint: Endpoint, cells: number): readonly Word[] {
	const {ready, terminating, pod, node} = endpoint;
	const state = ready ? 'ready' : terminating ? 'leaving' : 'not ready';
	return [
		{text: state, cells: 11, tone: ready ? undefined : 'struggling'},
		{text: addressText(slice, endpoint), cells},
		word([pod, node].filter(name => name !== '').join(' on '), 'muted'),
	];
}

function addressText({ports}: EndpointSliceRow, {addresses}: Endpoint): string {
	const numbers = ports.map(({port}) => port).join(',');
	return `${addresses.join(', ')}${numbers === '' ? '' : `:${numbers}`}`;
}
