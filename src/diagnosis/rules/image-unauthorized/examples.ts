import {anEvent, anObject, type RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

const CONTAINERD =
	'failed to pull and unpack image "registry.shop.example/api:1.9.0": failed to resolve reference "registry.shop.example/api:1.9.0": pulling from host registry.shop.example failed with status code [manifests 1.9.0]: 401 Unauthorized';
const own = {containers: [{name: 'api', image: 'registry.shop.example/api:1.9.0'}]};
const withSecret = {...own, imagePullSecrets: [{name: 'regcred'}]};
const deniedPod = unpulled(CONTAINERD, withSecret);

export default [
	{
		name: 'a private registry, and pods without credentials',
		objects: [...rollout, unpulled(CONTAINERD, own)],
		finds: [
			{
				title: 'New pods cannot pull registry.shop.example/api:1.9.0: they have no credentials',
				because: 'registry.shop.example refuses them; the pods name no pull secret',
				verdict: 'doomed',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				evidence: [CONTAINERD],
				next: [
					'name a pull secret for registry.shop.example (imagePullSecrets of the pods or of their service account)',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'the pull secret has another name',
		objects: [...rollout, anObject('v1', 'Secret', 'regcreds'), deniedPod],
		finds: [
			{
				title: 'New pods cannot pull registry.shop.example/api:1.9.0: pull secret regcred does not exist',
				because:
					'registry.shop.example refuses them; pull secret regcred does not exist in shop; there is regcreds',
				next: ['create pull secret regcred in shop', 'roll back to rev 1 (shop/api:1.8.2)'],
			},
		],
	},
	{
		name: 'the pull secret is in another namespace',
		objects: [...rollout, anObject('v1', 'Secret', 'regcred', {metadata: {namespace: 'default'}}), deniedPod],
		finds: [
			{
				because:
					'registry.shop.example refuses them; pull secret regcred does not exist in shop; there is one in default',
			},
		],
	},
	{
		name: 'the pull secret is there, and what is in it is refused',
		objects: [...rollout, anObject('v1', 'Secret', 'regcred'), deniedPod],
		finds: [
			{
				title: 'New pods cannot pull registry.shop.example/api:1.9.0: their credentials are refused',
				because: 'registry.shop.example refuses them; they pull with regcred',
				next: [
					'renew the credentials in regcred, and check that they are for registry.shop.example',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'Secrets may not be listed, and the kubelet names the one that it did not find',
		objects: [
			...rollout,
			deniedPod,
			anEvent(
				deniedPod,
				'FailedToRetrieveImagePullSecret',
				'Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
			),
		],
		unseen: ['secret'],
		finds: [{because: 'registry.shop.example refuses them; pull secret regcred does not exist in shop'}],
	},
	{
		name: 'Secrets may not be listed, and nobody says whether it is there',
		objects: [...rollout, deniedPod],
		unseen: ['secret'],
		finds: [
			{
				because:
					'registry.shop.example refuses them; they pull with regcred, and whether it exists cannot be seen (list secrets)',
			},
		],
	},
	{
		name: 'nodes of a cloud have credentials of their own',
		objects: [
			...rollout,
			unpulled('no basic auth credentials', {
				containers: [{name: 'api', image: '1234.dkr.ecr.eu-west-1.amazonaws.com/api:1.9.0'}],
			}),
		],
		finds: [
			{
				next: [
					'let the role of the nodes read from 1234.dkr.ecr.eu-west-1.amazonaws.com, or name a pull secret',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'a token that cannot be fetched for the network is another matter',
		objects: [
			...rollout,
			unpulled(
				'failed to authorize: failed to fetch oauth token: Post "https://auth.docker.io/token": net/http: TLS handshake timeout',
			),
		],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
