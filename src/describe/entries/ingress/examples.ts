import {anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const rule = (path: string, name: string) => ({
	path,
	pathType: 'Prefix',
	backend: {service: {name, port: {name: 'http'}}},
});

export default [
	{
		name: 'its rules, with what is behind them',
		object: anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
			spec: {
				ingressClassName: 'nginx',
				tls: [{hosts: ['shop.example'], secretName: 'shop-tls'}],
				rules: [{host: 'shop.example', http: {paths: [rule('/', 'web'), rule('/old', 'gone')]}}],
			},
			status: {loadBalancer: {ingress: [{ip: '192.0.2.1'}]}},
		}),
		around: [
			anObject('v1', 'Service', 'web', {spec: {selector: {app: 'web'}}}),
			anObject('discovery.k8s.io/v1', 'EndpointSlice', 'web-1', {
				metadata: {labels: {'kubernetes.io/service-name': 'web'}},
				endpoints: [{addresses: ['10.0.0.1'], conditions: {ready: true}}],
			}),
		],
		says: [
			'STATUS          class nginx · at 192.0.2.1 · 4h ago',
			'RULES           shop.example/ → Service web:http, 1 of 1 endpoint ready',
			'                shop.example/old → Service gone:http (there is none)',
			'TLS             shop.example: Secret shop-tls (there is none)',
		],
	},
	{
		name: 'one that nobody serves yet',
		object: anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
			spec: {rules: [{http: {paths: [rule('/', 'web')]}}], tls: [{hosts: ['shop.example']}]},
		}),
		unseen: ['service'],
		says: [
			'STATUS          of the default class · has no address yet · 4h ago',
			'RULES           every host/ → Service web:http',
			'TLS             shop.example: the controller’s own certificate',
		],
	},
] satisfies readonly DescriptionExample[];
