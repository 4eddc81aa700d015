import {release, released, shopStory} from '../../shop/story.ts';
import {imagePull} from '../../lives/image-pull.ts';

export default shopStory({
	id: 'image-rate-limited',
	title: 'A registry that has had enough',
	story: 'The registry has answered too often today and asks for patience: the pull of the new image is refused for now.',
	behaviours: [
		released({
			life: imagePull(
				'failed to pull and unpack image "{image}": failed to copy: httpReadSeeker: failed open: unexpected status code: 429 Too Many Requests: toomanyrequests: You have reached your pull rate limit.',
			),
		}),
	],
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'struggling', says: /rate|limit/i, withinMs: 60000},
});
