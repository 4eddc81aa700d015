import {ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const ingress = (name: string, fields = {}): ApiObject =>
	anObject('networking.k8s.io/v1', 'Ingress', name, {spec: {ingressClassName: 'nginx'}, ...fields});
const served = ingress('web', {status: {loadBalancer: {ingress: [{ip: '10.0.0.1'}]}}});

export default [
	{
		name: 'hours after it was made, while another one has an address',
		objects: [ingress('shop'), served],
		finds: [
			{
				object: 'ingress/shop',
				title: 'Ingress shop of class nginx has no address',
				because: 'others of its class have one',
				verdict: 'info',
				confidence: 'possible',
				evidence: ['status.loadBalancer is empty'],
			},
		],
	},
	{name: 'it has one', objects: [served], finds: []},
	{name: 'it was made a minute ago', objects: [ingress('shop', {metadata: {creationTimestamp: ago(60)}})], finds: []},
] satisfies readonly RuleExample[];
