import {anObject, type ApiObject, type RuleExample} from '../../example.ts';

const ingress = (port: object): ApiObject =>
	anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
		spec: {rules: [{http: {paths: [{path: '/api', backend: {service: {name: 'api', port}}}]}}]},
	});
const service = anObject('v1', 'Service', 'api', {spec: {ports: [{name: 'http', port: 80, targetPort: 8000}]}});

export default [
	{
		name: 'the port of the container instead of the one of the Service',
		objects: [ingress({number: 8000}), service],
		finds: [
			{
				object: 'ingress/shop',
				title: 'Ingress shop sends /api to port 8000 of Service api, which it does not have',
				because: 'Service api has http 80 (to 8000)',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['api'],
				evidence: ['/api has the backend api:8000', 'ports: http 80 (to 8000)'],
				next: ['set the port in the Ingress to http'],
			},
		],
	},
	{
		name: 'a name that no port has',
		objects: [ingress({name: 'web'}), service],
		finds: [{title: 'Ingress shop sends /api to port web of Service api, which it does not have'}],
	},
	{name: 'by its number', objects: [ingress({number: 80}), service], finds: []},
	{name: 'by its name', objects: [ingress({name: 'http'}), service], finds: []},
	{name: 'a Service that is not there is another matter', objects: [ingress({number: 80})], finds: []},
	{
		name: 'a name for something outside',
		objects: [
			ingress({number: 80}),
			anObject('v1', 'Service', 'api', {spec: {type: 'ExternalName', externalName: 'x'}}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
