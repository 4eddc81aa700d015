import type {IngressRow} from '../model/network.ts';

/** A sentence's words for where requests come in: `shop.example/api`, `/api` for any host. */
export function routeName({host, path}: IngressRow['rules'][number]): string {
	return host === '*' ? path : `${host}${path}`;
}

/**
 * The routes of an Ingress that lead to a Service. AWS names an action of its annotations as if it were one (`use-annotation`), and
 * other backends are none.
 */
export function routesOf({rules}: IngressRow): IngressRow['rules'] {
	return rules.filter(({service, port}) => service !== '' && port !== 'use-annotation');
}
