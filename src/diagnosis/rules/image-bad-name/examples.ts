import type {RuleExample} from '../../example.ts';
import {calm, rollout, unpulled} from '../../images/example.ts';

/** A new pod whose image is called so. */
function named(image: string): ReturnType<typeof unpulled> {
	const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`;
	return unpulled(message, {containers: [{name: 'api', image}]}, 'InvalidImageName');
}

export default [
	{
		name: 'a repository in capitals',
		objects: [...rollout, named('shop/API:1.9.0')],
		finds: [
			{
				title: 'New pods cannot start: "shop/API:1.9.0" is not the name of an image',
				because: 'repositories are written in lower case',
				verdict: 'doomed',
				confidence: 'certain',
				extent: '1 of 1 pod of rev 2',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'correct the name "shop/API:1.9.0"'],
			},
		],
	},
	{
		name: 'a tag that a pipeline left empty',
		objects: [...rollout, named('shop/api:')],
		finds: [{because: 'its tag is empty'}],
	},
	{
		name: 'a template that was not filled in',
		objects: [...rollout, named('shop/api:{{ .Values.tag }}')],
		finds: [{because: 'a placeholder in it was not filled in'}],
	},
	{
		name: 'a name with a scheme',
		objects: [...rollout, named('https://registry.shop/api:1')],
		finds: [{because: 'it must not begin with a scheme such as https://'}],
	},
	{
		name: 'a name with two tags',
		objects: [...rollout, named('shop/api:1.9:0')],
		finds: [{because: 'it has two tags'}],
	},
	{
		name: 'a well-formed name of nothing is another matter',
		objects: [...rollout, unpulled('docker.io/shop/api:1.9.0: not found')],
		finds: [],
	},
	{name: 'a healthy Deployment', objects: calm, finds: []},
] satisfies readonly RuleExample[];
