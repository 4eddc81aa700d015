import type {RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

const NEVER = 'Container image "shop/api:1.9.0" is not present with pull policy of Never';

export default [
	{
		name: 'an image that nobody loaded on the node',
		objects: [...rollout, unpulled(NEVER, {}, 'ErrImageNeverPull')],
		finds: [
			{
				title: 'New pods must not pull shop/api:1.9.0, and node-1 does not have it',
				because: 'imagePullPolicy is Never',
				verdict: 'doomed',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				evidence: [NEVER],
				next: [
					'set imagePullPolicy to IfNotPresent',
					'or load shop/api:1.9.0 on node-1',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'an image that may be pulled',
		objects: [...rollout, unpulled('docker.io/shop/api:1.9.0: not found')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
