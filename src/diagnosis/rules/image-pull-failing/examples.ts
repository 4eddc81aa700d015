import {ago, aPod, type RuleExample, waiting} from '../../example.ts';
import {calm, pullFailed, rollout, unpulled} from '../../images/example.ts';

const ODD = 'failed to pull and unpack image "docker.io/shop/api:1.9.0": mediaType in manifest should be sane: unknown';
const odd = unpulled(ODD);
const backingOff = unpulled('Back-off pulling image "shop/api:1.9.0"', {}, 'ImagePullBackOff');

export default [
	{
		name: 'words that nobody knows are shown as they are',
		objects: [...rollout, odd],
		finds: [
			{
				title: 'New pods cannot pull shop/api:1.9.0',
				because: ODD,
				verdict: 'struggling',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				evidence: [ODD],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'check shop/api:1.9.0 and its registry'],
			},
		],
	},
	{
		name: 'the reason was said before we came, and the revision before is of the same registry',
		objects: [...rollout, backingOff],
		finds: [
			{
				verdict: 'struggling',
				confidence: 'possible',
				because:
					'the reason is not known any more: Kubernetes keeps events for an hour; rev 1 runs shop/api:1.8.2 of the same registry, so the new name may be wrong',
				evidence: ['ImagePullBackOff: Back-off pulling image "shop/api:1.9.0"'],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'look for shop/api:1.9.0 in its registry',
					'or delete pod api-rs2-x to hear the reason again',
				],
			},
		],
	},
	{
		name: 'events may not be listed',
		objects: [aPod('web', 1, 'a', {...waiting('web', 'ImagePullBackOff', ''), metadata: {ownerReferences: []}})],
		unseen: ['event'],
		finds: [
			{
				object: 'pod/web-rs1-a',
				title: 'Pods cannot pull shop/web:1.8.2',
				because: 'the reason cannot be seen (list events)',
				confidence: 'certain',
			},
		],
	},
	{
		name: 'an image that the runtime cannot inspect',
		objects: [
			...rollout,
			unpulled(
				'Failed to inspect image "shop/api:1.9.0": rpc error: code = Unknown desc = layer not known',
				{},
				'ImageInspectError',
			),
		],
		finds: [
			{because: 'Failed to inspect image "shop/api:1.9.0": rpc error: code = Unknown desc = layer not known'},
		],
	},
	{
		name: 'a signature that the node does not accept',
		objects: [
			...rollout,
			unpulled(
				'image pull failed for shop/api:1.9.0 because the signature validation failed',
				{},
				'SignatureValidationFailed',
			),
		],
		finds: [
			{
				title: 'New pods may not run, their node does not accept its signature: shop/api:1.9.0',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'a node on which many pods start at once',
		objects: [...rollout, unpulled('pull QPS exceeded')],
		finds: [{title: 'New pods wait for their turn to pull shop/api:1.9.0', verdict: 'progressing'}],
	},
	{
		name: 'a blip',
		objects: [...rollout, odd, pullFailed(odd, ODD, ago(3), ago(3))],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a reason that is known is told by its own rule',
		objects: [...rollout, unpulled('docker.io/shop/api:1.9.0: not found')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
