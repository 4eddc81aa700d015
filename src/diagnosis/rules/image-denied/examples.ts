import {anObject, type RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

const HUB =
	'failed to pull and unpack image "docker.io/acme/api:1.9.0": failed to resolve reference "docker.io/acme/api:1.9.0": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';
const acme = {containers: [{name: 'api', image: 'acme/api:1.9.0'}]};

export default [
	{
		name: 'a repository that Docker Hub does not show to strangers',
		objects: [...rollout, unpulled(HUB, acme)],
		finds: [
			{
				title: 'New pods may not pull acme/api:1.9.0: it does not exist, or it is private',
				because: 'the pods name no pull secret',
				verdict: 'doomed',
				confidence: 'possible',
				extent: '1 of 1 pod of rev 2',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'check the name of acme/api:1.9.0',
					'name a pull secret for docker.io (imagePullSecrets of the pods or of their service account)',
				],
			},
		],
	},
	{
		name: 'the revision before is of the same repository: its name is right',
		objects: [...rollout, unpulled('Error response from daemon: pull access denied for shop/api')],
		finds: [{because: 'rev 1 is of the same repository, so its name is right; the pods name no pull secret'}],
	},
	{
		name: 'a repository that is nearly one that runs here',
		objects: [
			...rollout,
			unpulled('denied: requested access to the resource is denied', {
				containers: [{name: 'api', image: 'sop/api:1.9.0'}],
			}),
		],
		finds: [
			{
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'correct the name: perhaps shop/api:1.8.2 is meant',
					'name a pull secret for docker.io (imagePullSecrets of the pods or of their service account)',
				],
			},
		],
	},
	{
		name: 'the pull secret does not exist',
		objects: [
			...rollout,
			anObject('v1', 'Secret', 'other'),
			unpulled(HUB, {...acme, imagePullSecrets: [{name: 'regcred'}]}),
		],
		finds: [
			{
				confidence: 'likely',
				because: 'pull secret regcred does not exist in shop',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'create pull secret regcred in shop',
					'check the name of acme/api:1.9.0',
				],
			},
		],
	},
	{
		name: 'an anonymous token that GitHub does not give',
		objects: [
			...rollout,
			unpulled(
				'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Ashop%2Fapi%3Apull&service=ghcr.io: 403 Forbidden',
				{containers: [{name: 'api', image: 'ghcr.io/shop/api:1.9.0'}]},
			),
		],
		finds: [{title: 'New pods may not pull ghcr.io/shop/api:1.9.0: it does not exist, or it is private'}],
	},
	{
		name: 'credentials that are refused are another matter',
		objects: [...rollout, unpulled('unexpected status: 401 Unauthorized')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
