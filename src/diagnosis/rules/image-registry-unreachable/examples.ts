import {ago, aPod, type RuleExample} from '../../example.ts';
import {calm, pullFailed, rollout, unpulled} from '../../images/example.ts';

const TIMEOUT =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": failed to resolve reference "docker.io/shop/api:1.9.0": failed to do request: Head "https://registry-1.docker.io/v2/shop/api/manifests/1.9.0": dial tcp 44.1.2.3:443: i/o timeout';
const NO_HOST =
	'failed to resolve reference "regsitry.shop.example/api:1.9.0": failed to do request: Head "https://regsitry.shop.example/v2/api/manifests/1.9.0": dial tcp: lookup regsitry.shop.example on 10.96.0.10:53: no such host';
const timedOut = unpulled(TIMEOUT);

export default [
	{
		name: 'a registry that does not answer',
		objects: [...rollout, timedOut],
		finds: [
			{
				title: 'New pods wait for shop/api:1.9.0: docker.io does not answer',
				because: 'fails on node-1; tried 44.1.2.3:443',
				verdict: 'struggling',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				evidence: [TIMEOUT],
				next: [
					'check that node-1 can reach docker.io',
					'it recovers by itself: Kubernetes tries again at least every 5 minutes',
				],
			},
		],
	},
	{
		name: 'one node of two: the other one has the image',
		objects: [...rollout, timedOut, aPod('api', 2, 'y', {spec: {nodeName: 'node-2'}})],
		finds: [
			{
				because: 'fails on node-1; it is already on node-2; tried 44.1.2.3:443',
				extent: '1 of 2 pods of rev 2',
			},
		],
	},
	{
		name: 'a name that does not resolve',
		objects: [
			...rollout,
			aPod('web', 1, 'a', {spec: {containers: [{name: 'web', image: 'registry.shop.example/api:1.8.0'}]}}),
			unpulled(NO_HOST, {containers: [{name: 'api', image: 'regsitry.shop.example/api:1.9.0'}]}),
		],
		finds: [
			{
				title: 'New pods wait for regsitry.shop.example/api:1.9.0: the name regsitry.shop.example does not resolve',
				because: 'fails on node-1; perhaps registry.shop.example/api:1.8.0 is meant',
				next: [
					'check the name regsitry.shop.example, and the DNS of node-1',
					'it recovers by itself: Kubernetes tries again at least every 5 minutes',
				],
			},
		],
	},
	{
		name: 'a registry that is in trouble itself',
		objects: [
			...rollout,
			unpulled('unexpected status from HEAD request to https://r.shop/v2/api: 503 Service Unavailable'),
		],
		finds: [{title: 'New pods wait for shop/api:1.9.0: docker.io is in trouble (503)'}],
	},
	{
		name: 'a registry that is not there',
		objects: [
			...rollout,
			unpulled(
				'image pull failed for shop/api:1.9.0 because the registry is unavailable.',
				{},
				'RegistryUnavailable',
			),
		],
		finds: [{title: 'New pods wait for shop/api:1.9.0: docker.io is in trouble'}],
	},
	{
		name: 'a port on which nothing listens',
		objects: [
			...rollout,
			unpulled('Get "https://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused'),
		],
		finds: [{title: 'New pods wait for shop/api:1.9.0: docker.io refuses connections'}],
	},
	{
		name: 'the first try failed ten seconds ago',
		objects: [...rollout, timedOut, pullFailed(timedOut, TIMEOUT, ago(10), ago(10))],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'the second one failed, too',
		objects: [...rollout, timedOut, pullFailed(timedOut, TIMEOUT, ago(45), ago(10), 2)],
		finds: [{verdict: 'struggling', since: '2026-11-24T11:59:15Z'}],
	},
	{
		name: 'the grace ends though nothing changes',
		before: [
			{
				at: '2026-11-24T11:59:50Z',
				objects: [...rollout, timedOut, pullFailed(timedOut, TIMEOUT, ago(20), ago(20))],
			},
		],
		objects: [...rollout, timedOut, pullFailed(timedOut, TIMEOUT, ago(20), ago(20))],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'once it has the image it is over',
		before: [{at: '2026-11-24T11:59:00Z', objects: [...rollout, timedOut]}],
		objects: calm,
		finds: [],
	},
	{
		name: 'an image that is not there is another matter',
		objects: [...rollout, unpulled('docker.io/shop/api:1.9.0: not found')],
		finds: [],
	},
] satisfies readonly RuleExample[];
