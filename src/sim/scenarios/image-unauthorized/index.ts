import {release, released, shopStory} from '../../shop/story.ts';
import {imagePull} from '../../lives/image-pull.ts';

export default shopStory({
	id: 'image-unauthorized',
	title: 'A registry that wants to know who asks',
	story: 'The registry refuses the credentials of the cluster: the new pods get no image.',
	behaviours: [
		released({
			life: imagePull(
				'failed to pull and unpack image "{image}": failed to resolve reference "{image}": pulling from host registry.example.com failed with status code [manifests 1.9.0]: 401 Unauthorized',
			),
		}),
	],
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'doomed', says: /image[\s\S]*(credential|unauthorized|401)/i, withinMs: 60000},
});
