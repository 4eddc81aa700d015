import {rolloutOf, stuck} from '../../creation/example.ts';
import type {RuleExample} from '../../example.ts';

const spec = {containers: [{name: 'api', image: 'shop/api:1.9.0'}]};
const rollout = rolloutOf(spec);
const AT = '(pod: "api-rs2-x_shop(0d9f5b1e-0000-4000-8000-000000000000)", container: api)';

export default [
	{
		name: 'an image that runs as root',
		objects: [
			...rollout,
			stuck(spec, 'CreateContainerConfigError', `container has runAsNonRoot and image will run as root ${AT}`),
		],
		finds: [
			{
				title: 'New pods cannot start: container api would run as root, which runAsNonRoot forbids',
				because: 'the image runs as root, and runAsUser is not set',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'set runAsUser of container api to the number of a user other than 0',
					'or put a numeric USER into the image',
				],
			},
		],
	},
	{
		name: 'a user that has a name only',
		objects: [
			...rollout,
			stuck(
				spec,
				'CreateContainerConfigError',
				`container has runAsNonRoot and image has non-numeric user (nginx), cannot verify user is non-root ${AT}`,
			),
		],
		finds: [
			{
				title: 'New pods cannot start: whether user nginx of container api is root cannot be told',
				because: 'runAsNonRoot needs a number, and the image names its user nginx',
			},
		],
	},
	{
		name: 'both are set, and contradict each other',
		objects: [
			...rollout,
			stuck(spec, 'CreateContainerConfigError', `container's runAsUser breaks non-root policy ${AT}`),
		],
		finds: [{because: 'runAsUser is 0, and runAsNonRoot is true'}],
	},
	{
		name: 'another error of the same reason',
		objects: [...rollout, stuck(spec, 'CreateContainerConfigError', 'secret "x" not found')],
		finds: [],
	},
] satisfies readonly RuleExample[];
