import type {Step} from '../../contract.ts';
import {SHOP} from '../../shop/names.ts';
import {BEGIN_MS, shopStory} from '../../shop/story.ts';

/** A new way in, to a Service that nobody made, with a certificate that nobody ordered. */
const open: Step = {
	atMs: BEGIN_MS,
	does: cluster =>
		cluster.apply({
			apiVersion: 'networking.k8s.io/v1',
			kind: 'Ingress',
			metadata: {name: 'outlet', namespace: SHOP},
			spec: {
				ingressClassName: 'nginx',
				tls: [{hosts: ['outlet.example.com'], secretName: 'outlet-tls'}],
				rules: [
					{
						host: 'outlet.example.com',
						http: {
							paths: [
								{
									path: '/',
									pathType: 'Prefix',
									backend: {service: {name: 'outlet', port: {number: 80}}},
								},
							],
						},
					},
				],
			},
			status: {loadBalancer: {ingress: [{ip: '192.0.2.10'}]}},
		}),
};

export default shopStory({
	id: 'ingress-trouble',
	title: 'A way in that leads nowhere',
	story: 'A new Ingress names a Service that does not exist, and a certificate that is not there.',
	script: [open],
	verdict: {workload: 'api', mark: 'struggling', says: /outlet/, withinMs: 120_000},
});
