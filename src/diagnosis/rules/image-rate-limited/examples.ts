import {ago, type RuleExample} from '../../example.ts';
import {calm, pullFailed, rollout, unpulled} from '../../images/example.ts';

const HUB =
	'failed to pull and unpack image "docker.io/shop/api:1.9.0": failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/shop/api/manifests/sha256:aa: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit';
const limited = unpulled(HUB);

export default [
	{
		name: 'Docker Hub, without an account',
		objects: [...rollout, limited],
		finds: [
			{
				title: 'New pods wait for shop/api:1.9.0: docker.io limits how often it is pulled',
				because:
					'too many pulls without an account; Kubernetes tries again at least every 5 minutes, and it recovers when the limit allows',
				verdict: 'struggling',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				next: [
					'wait for the limit to pass',
					'give the pods a pull secret for docker.io: accounts may pull more',
					'pull through a mirror or a cache',
				],
			},
		],
	},
	{
		name: 'an account that pulls too much',
		objects: [...rollout, unpulled('toomanyrequests: Rate exceeded', {imagePullSecrets: [{name: 'hub'}]})],
		finds: [
			{
				because:
					'too many pulls; Kubernetes tries again at least every 5 minutes, and it recovers when the limit allows',
			},
		],
	},
	{
		name: 'one refusal a few seconds ago alarms nobody',
		objects: [...rollout, limited, pullFailed(limited, HUB, ago(5), ago(5))],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'once it has the image it is over',
		before: [{at: '2026-11-24T11:59:00Z', objects: [...rollout, limited]}],
		objects: calm,
		finds: [],
	},
	{
		name: 'the queue of the kubelet is no limit of the registry',
		objects: [...rollout, unpulled('pull QPS exceeded')],
		finds: [],
	},
] satisfies readonly RuleExample[];
