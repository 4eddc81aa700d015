import type {IngressRow} from '../../../model/network.ts';
import {defineDescription, type Entry, type Word} from '../../contract.ts';
import {rowNamed, type Known} from '../../known.ts';
import {eventSection} from '../../parts/events.ts';
import {missing} from '../../parts/environment.ts';
import {ago, atMost, count, entry, listed, word} from '../../words.ts';

const RULES_MAX = 50;

export default defineDescription<IngressRow, unknown>({
	id: 'ingress',
	*sections({row, known}) {
		const {className, addresses, rules, tls, namespace, createdAt} = row;
		const words = listed([
			className === '' ? 'of the default class' : `class ${className}`,
			addresses.length === 0 ? word('has no address yet', 'struggling') : `at ${addresses.join(', ')}`,
			word(ago(createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		yield {title: 'RULES', entries: atMost(rules, RULES_MAX, rule => ruleEntry(rule, namespace, known))};
		yield {
			title: 'TLS',
			entries: tls.map(({hosts, secret}) =>
				entry('', [
					word(`${hosts.join(', ') || 'every host'}: `),
					word(secret === '' ? 'the controller’s own certificate' : `Secret ${secret}`),
					...(secret === '' ? [] : missing('secret', {name: secret}, namespace, known)),
				]),
			),
		};
		yield eventSection(row, [], known);
	},
});

/** `shop.example.com/ → Service web:http, 3 of 3 endpoints ready` */
function ruleEntry({host, path, service, port}: IngressRow['rules'][number], namespace: string, known: Known): Entry {
	const target = rowNamed(known, 'service', namespace, service);
	return {
		...entry('', [
			word(`${host === '' || host === '*' ? 'every host' : host}${path === '' ? '/' : path}`),
			word(` → Service ${service}${port === '' ? '' : `:${port}`}`),
			...targetWords(service, target !== undefined, namespace, known),
		]),
		object: target,
	};
}

function targetWords(service: string, isThere: boolean, namespace: string, known: Known): readonly Word[] {
	if (!isThere)
		return known.blindness('service', namespace) === undefined ? [word(' (there is none)', 'struggling')] : [];
	const endpoints = [...known.rows('endpointslice')]
		.filter(slice => slice.service === service && slice.namespace === namespace)
		.flatMap(slice => slice.endpoints);
	if (known.blindness('endpointslice', namespace) !== undefined) return [];
	const ready = endpoints.filter(endpoint => endpoint.ready).length;
	const tone = ready === 0 ? 'struggling' : 'muted';
	return [word(`, ${ready} of ${count(endpoints.length, 'endpoint')} ready`, tone)];
}
