import type {IngressRow} from '../../../model/network.ts';
import type {KindExample} from '../../example.ts';

const metadata = {name: 'shop', namespace: 'shop', uid: 'ing-uid', creationTimestamp: '2026-11-24T11:00:00Z'};

const backend = (name: string, port: object) => ({service: {name, port}});

const examples: readonly KindExample<IngressRow>[] = [
	{
		name: 'two hosts, one of them with TLS',
		object: {
			apiVersion: 'networking.k8s.io/v1',
			kind: 'Ingress',
			metadata,
			spec: {
				ingressClassName: 'nginx',
				tls: [{hosts: ['shop.example.com'], secretName: 'shop-tls'}],
				rules: [
					{
						host: 'shop.example.com',
						http: {paths: [{path: '/api', pathType: 'Prefix', backend: backend('api', {name: 'http'})}]},
					},
					{host: 'admin.example.com', http: {paths: [{path: '/', backend: backend('admin', {number: 80})}]}},
				],
			},
			status: {loadBalancer: {ingress: [{ip: '192.0.2.10'}]}},
		},
		row: {
			kind: 'ingress',
			uid: 'ing-uid',
			name: 'shop',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {},
			owner: undefined,
			className: 'nginx',
			hosts: ['shop.example.com', 'admin.example.com'],
			addresses: ['192.0.2.10'],
			rules: [
				{host: 'shop.example.com', path: '/api', service: 'api', port: 'http'},
				{host: 'admin.example.com', path: '/', service: 'admin', port: '80'},
			],
			tls: [{hosts: ['shop.example.com'], secret: 'shop-tls'}],
			isIssued: false,
		},
		cells: {
			class: 'nginx',
			hosts: 'shop.example.com, admin.example.com',
			address: '192.0.2.10',
			ports: '80, 443',
			backends: 'api:http, admin:80',
			age: '60m',
		},
		mark: 'healthy',
		drill: {to: 'object', objectKind: 'Service', namespace: 'shop', name: 'api'},
	},
	{
		name: 'a default for everything, with the class in an annotation',
		object: {
			metadata: {...metadata, annotations: {'kubernetes.io/ingress.class': 'traefik'}},
			spec: {defaultBackend: backend('web', {number: 8080})},
		},
		row: {
			className: 'traefik',
			hosts: [],
			rules: [{host: '*', path: '/', service: 'web', port: '8080'}],
		},
		cells: {hosts: '–', address: '–', ports: '80', backends: 'web:8080'},
		drill: {to: 'object', objectKind: 'Service', namespace: 'shop', name: 'web'},
	},
	{
		name: 'a new one waits for its address',
		object: {metadata, spec: {rules: [{http: {paths: [{backend: {resource: {kind: 'Bucket', name: 'files'}}}]}}]}},
		row: {hosts: ['*'], rules: [{host: '*', path: '/', service: '', port: ''}]},
		now: '2026-11-24T11:01:00Z',
		cells: {hosts: '*', backends: '–'},
		mark: 'progressing',
		drill: {to: 'nothing', because: 'none of its rules leads to a Service'},
	},
	{
		name: 'an old one without an address may have a controller that gives none',
		object: {metadata, spec: {rules: []}},
		mark: 'healthy',
	},
	{
		name: 'cert-manager makes its certificate',
		object: {metadata: {...metadata, annotations: {'cert-manager.io/cluster-issuer': 'letsencrypt'}}},
		row: {isIssued: true},
	},
];

export default examples;
