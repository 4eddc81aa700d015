import {ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const ingress = (secretName: string, fields = {}): ApiObject =>
	anObject('networking.k8s.io/v1', 'Ingress', 'shop', {
		spec: {tls: [{hosts: ['shop.example'], secretName}]},
		...fields,
	});
const issued = {annotations: {'cert-manager.io/issuer': 'letsencrypt'}};
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
					'make it: kubectl create secret tls shop-tsl -n shop --cert=FILE --key=FILE',
				],
			},
		],
	},
	{
		name: 'it was to be issued, and is not after a quarter of an hour',
		objects: [ingress('shop-tls', {metadata: {creationTimestamp: ago(900), ...issued}})],
		finds: [
			{
				because: 'there is no such Secret in shop',
				next: ['see why it was not issued: kubectl get certificates,challenges -n shop'],
			},
		],
	},
	{name: 'it is there', objects: [ingress('shop-tls'), secret], finds: []},
	{
		name: 'its certificate is being issued',
		objects: [ingress('shop-tls', {metadata: {creationTimestamp: ago(120), ...issued}})],
		finds: [],
	},
	{name: "the controller's own certificate is wanted", objects: [ingress('')], finds: []},
	{name: 'Secrets may not be listed', objects: [ingress('shop-tls')], unseen: ['secret'], finds: []},
] satisfies readonly RuleExample[];
