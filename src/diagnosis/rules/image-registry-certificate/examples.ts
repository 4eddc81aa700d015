import type {RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

const own = {containers: [{name: 'api', image: 'registry.shop.example/api:1.9.0'}]};
const HEAD = 'failed to do request: Head "https://registry.shop.example/v2/api/manifests/1.9.0": ';

export default [
	{
		name: 'an authority that the node does not know',
		objects: [
			...rollout,
			unpulled(`${HEAD}tls: failed to verify certificate: x509: certificate signed by unknown authority`, own),
		],
		finds: [
			{
				title: 'New pods cannot pull registry.shop.example/api:1.9.0: the certificate of the registry is not trusted',
				because: 'registry.shop.example, seen from node-1',
				verdict: 'doomed',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				next: [
					'install the authority that signed the certificate of registry.shop.example on the nodes',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'a certificate that is expired',
		objects: [
			...rollout,
			unpulled(`${HEAD}x509: certificate has expired or is not yet valid: current time is after 2026-11-20`, own),
		],
		finds: [
			{
				title: 'New pods cannot pull registry.shop.example/api:1.9.0: the certificate of the registry is expired or not yet valid',
			},
		],
	},
	{
		name: 'a certificate for another name',
		objects: [
			...rollout,
			unpulled(`${HEAD}x509: certificate is valid for old.example, not registry.shop.example`, own),
		],
		finds: [
			{
				next: [
					'use the name that the certificate is for, or have it made for registry.shop.example',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'a registry that speaks plain HTTP',
		objects: [...rollout, unpulled(`${HEAD}http: server gave HTTP response to HTTPS client`, own)],
		finds: [{title: 'New pods cannot pull registry.shop.example/api:1.9.0: the registry speaks plain HTTP'}],
	},
	{
		name: 'a handshake that takes too long is the network',
		objects: [...rollout, unpulled('net/http: TLS handshake timeout')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
