import type {V1Ingress, V1IngressBackend, V1IngressRule} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {IngressRow} from '../../../model/network.ts';
import type {Wire} from '../../../model/wire.ts';
import {fieldsOf, listOf, numberOf, textOf, textsOf} from '../../json.ts';
import {annotationOf, metadataOf} from '../../metadata.ts';

type Route = IngressRow['rules'][number];

export function projectIngress(object: Wire<V1Ingress>, intern: Intern): IngressRow {
	const {metadata, spec, status} = fieldsOf(object);
	const balancers = listOf(status?.loadBalancer?.ingress).map(({ip, hostname}) => textOf(ip) || textOf(hostname));
	const rules = listOf(spec?.rules);
	return {
		kind: 'ingress',
		...metadataOf(metadata, intern),
		// The annotation is older than the field, and still in use.
		className: textOf(spec?.ingressClassName) || annotationOf(metadata, 'kubernetes.io/ingress.class'),
		hosts: [...new Set(rules.map(rule => textOf(rule.host) || '*'))],
		addresses: balancers.filter(address => address !== ''),
		rules: [...rules.flatMap(routesOf), ...defaultRoute(spec?.defaultBackend)],
		tls: listOf(spec?.tls).map(({hosts, secretName}) => ({hosts: textsOf(hosts), secret: textOf(secretName)})),
		isIssued: ISSUERS.some(name => annotationOf(metadata, name) !== ''),
	};
}

const ISSUERS = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer', 'kubernetes.io/tls-acme'];

function routesOf(rule: Wire<V1IngressRule>): readonly Route[] {
	return listOf(rule.http?.paths).map(({path, backend}) => ({
		host: textOf(rule.host) || '*',
		path: textOf(path) || '/',
		...backendOf(backend),
	}));
}

/** Where everything goes that no rule takes: the last rule, for any host and path. */
function defaultRoute(backend: Wire<V1IngressBackend> | undefined): readonly Route[] {
	const target = backendOf(backend);
	return target.service === '' ? [] : [{host: '*', path: '/', ...target}];
}

function backendOf(backend: Wire<V1IngressBackend> | undefined): Pick<Route, 'service' | 'port'> {
	const port = backend?.service?.port;
	return {service: textOf(backend?.service?.name), port: textOf(port?.name) || String(numberOf(port?.number) ?? '')};
}
