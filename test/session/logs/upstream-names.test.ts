import {expect, test} from 'vitest';
import {upstreamNames} from '../../../src/session/logs/upstream-names.ts';
import {service} from '../../support/rows.ts';

test.each([
	['ingress-nginx by number', 'shop-api-80'],
	['ingress-nginx by name', 'shop-api-http'],
	['Traefik', 'shop-api-http@kubernetes'],
	['Envoy', 'outbound|80||api.shop.svc.cluster.local'],
])('%s names a Service', (_, name) => {
	const api = service({
		ports: [{name: 'http', port: 80, targetPort: '8000', nodePort: undefined, protocol: 'TCP'}],
	});
	const silent = service({name: 'other', uid: 'other'});
	const names = upstreamNames(new Map([api, silent].map(row => [row.uid, row])), ({uid}) =>
		uid === api.uid ? 'deployment-api' : undefined,
	);
	expect(names.get(name)).toBe('deployment-api');
	expect([...names.keys()].filter(one => one.includes('other'))).toEqual([]);
});
