import {ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const path = (route: string, service: string): object => ({
	path: route,
	pathType: 'Prefix',
	backend: {service: {name: service, port: {number: 80}}},
});
const ingress = (paths: readonly object[], fields = {}): ApiObject =>
	anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
		spec: {rules: [{host: 'shop.example', http: {paths}}]},
		...fields,
	});
const services = ['api', 'web'].map(name => anObject('v1', 'Service', name, {spec: {ports: [{port: 80}]}}));

export default [
	{
		name: 'the only backend is mistyped',
		objects: [...services, ingress([path('/', 'apii')])],
		finds: [
			{
				object: 'ingress/shop',
				title: 'Ingress shop sends shop.example/ to Service apii, which does not exist',
				because: 'there is a Service api',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: ['shop.example/ has the backend apii:80'],
				next: ['correct it to api'],
			},
		],
	},
	{
		name: 'one path of two leads nowhere',
		objects: [...services, ingress([path('/', 'web'), path('/search', 'elastic')])],
		finds: [
			{
				title: 'Ingress shop sends shop.example/search to Service elastic, which does not exist',
				because: 'there is no such Service in shop',
				verdict: 'struggling',
				next: ['make Service elastic, or correct its name in the Ingress'],
			},
		],
	},
	{
		name: 'all backends are there',
		objects: [...services, ingress([path('/', 'web'), path('/api', 'api')])],
		finds: [],
	},
	{
		name: 'it was made a moment ago',
		objects: [ingress([path('/', 'api')], {metadata: {creationTimestamp: ago(5)}})],
		finds: [],
	},
	{name: 'Services may not be listed', objects: [ingress([path('/', 'api')])], unseen: ['service'], finds: []},
	{
		name: 'an action of a cloud that is written as if it were a Service',
		objects: [ingress([{path: '/', backend: {service: {name: 'ssl-redirect', port: {name: 'use-annotation'}}}}])],
		finds: [],
	},
	{
		name: 'a backend that is no Service',
		objects: [ingress([{path: '/', backend: {resource: {kind: 'StorageBucket', name: 'static'}}}])],
		finds: [],
	},
] satisfies readonly RuleExample[];
