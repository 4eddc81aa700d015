import {ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const ingress = (secretName: string, fields = {}): ApiObject =>
	anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
		spec: {tls: [{hosts: ['shop.example'], secretName}]},
		...fields,
	});
const secret = anObject('v1', 'Secret', 'shop-tls');

export default [
	{
		name: 'its name is mistyped',
		objects: [ingress('shop-tsl'), secret],
		finds: [
			{
				object: 'ingress/shop',
				title: 'Ingress shop has no certificate for shop.example: Secret shop-tsl does not exist',
				because: 'there is a Secret shop-tls',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: ['spec.tls names the Secret shop-tsl'],
				next: [
					'correct it to shop-tls, if that is the one',
					'see why it was not issued: kubectl get certificates,challenges -n shop',
				],
			},
		],
	},
	{name: 'it is there', objects: [ingress('shop-tls'), secret], finds: []},
	{
		name: 'it may be on its way',
		objects: [ingress('shop-tls', {metadata: {creationTimestamp: ago(120)}})],
		finds: [],
	},
	{name: "the controller's own certificate is wanted", objects: [ingress('')], finds: []},
	{name: 'Secrets may not be listed', objects: [ingress('shop-tls')], unseen: ['secret'], finds: []},
] satisfies readonly RuleExample[];
