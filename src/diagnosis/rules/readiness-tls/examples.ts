import {aPod, aReplicaSet, aRollout, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, unhealthy} from '../../example-probes.ts';

const rollout = [
	aRollout('api'),
	aReplicaSet('api', 1),
	aReplicaSet('api', 2),
	...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix)),
];
const https = anUnreadyPod('api', 2, 'x', {readinessProbe: httpGet('/ready', {httpGet: {scheme: 'HTTPS'}})}, 40);
const plain = anUnreadyPod('api', 2, 'x', {readinessProbe: httpGet('/ready')}, 40);

export default [
	{
		name: 'the probe speaks TLS to a server that does not',
		objects: [
			...rollout,
			https,
			unhealthy(
				https,
				'Readiness probe failed: Get "https://10.244.0.7:8000/ready": http: server gave HTTP response to HTTPS client',
			),
		],
		finds: [
			{
				title: 'New pods fail their readiness probe: it speaks TLS, and port 8000 answers in plain HTTP',
				verdict: 'doomed',
				confidence: 'certain',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'set the scheme of the probe to HTTP'],
			},
		],
	},
	{
		name: 'the server does not understand the hello of TLS',
		objects: [
			...rollout,
			https,
			unhealthy(
				https,
				'Readiness probe failed: Get "https://10.244.0.7:8000/ready": tls: first record does not look like a TLS handshake',
			),
		],
		finds: [{title: 'New pods fail their readiness probe: it speaks TLS, and port 8000 answers in plain HTTP'}],
	},
	{
		name: 'the probe speaks plain HTTP to a server that wants TLS',
		objects: [
			...rollout,
			plain,
			unhealthy(
				plain,
				'Readiness probe failed: Get "http://10.244.0.7:8000/ready": net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03\\x01\\x00\\x02\\x02"',
			),
		],
		finds: [
			{
				title: 'New pods fail their readiness probe: it speaks plain HTTP, and port 8000 expects TLS',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'set the scheme of the probe to HTTPS'],
			},
		],
	},
	{
		name: 'a server that answers with an error is another matter',
		objects: [
			...rollout,
			https,
			unhealthy(https, 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
