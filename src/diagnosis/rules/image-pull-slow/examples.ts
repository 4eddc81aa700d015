import {ago, anEvent, aPod, type ApiObject, type RuleExample, waiting} from '../../example.ts';
import {calm, rollout} from '../../images/example.ts';

const creating = aPod('api', 2, 'x', waiting('api', 'ContainerCreating', ''));

/** Something that the kubelet says of its image. */
function heard(reason: string, message: string, at: string): ApiObject {
	return anEvent(creating, reason, message, {
		type: 'Normal',
		involvedObject: {fieldPath: 'spec.containers{api}'},
		firstTimestamp: at,
		lastTimestamp: at,
	});
}

const pulling = heard('Pulling', 'Pulling image "shop/api:1.9.0"', ago(90));

export default [
	{
		name: 'a pull that takes more than a minute',
		objects: [...rollout, creating, pulling],
		finds: [
			{
				title: 'New pods are still pulling shop/api:1.9.0',
				because: 'for more than a minute on 1 node: node-1',
				verdict: 'info',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				evidence: ['Pulling Pulling image "shop/api:1.9.0"'],
				next: ['wait: large images take minutes on a slow line'],
				since: '2026-11-24T11:58:30Z',
			},
		],
	},
	{
		name: 'a pull that began half a minute ago',
		objects: [...rollout, creating, heard('Pulling', 'Pulling image "shop/api:1.9.0"', ago(30))],
		finds: [],
	},
	{
		name: 'an image that is there, and its container is not made yet',
		objects: [
			...rollout,
			creating,
			pulling,
			heard('Pulled', 'Successfully pulled image "shop/api:1.9.0" in 20s', ago(70)),
		],
		finds: [],
	},
	{name: 'a healthy Deployment whose events tell of an old pull', objects: [...calm, pulling], finds: []},
] satisfies readonly RuleExample[];
