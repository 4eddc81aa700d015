import {release, released, shopStory} from '../../shop/story.ts';
import {imagePull} from '../../lives/image-pull.ts';

export default shopStory({
	id: 'image-registry-down',
	title: 'A registry that cannot be reached',
	story: 'The nodes do not find the registry: no new image comes, and what runs goes on running.',
	behaviours: [
		released({
			life: imagePull(
				'failed to pull and unpack image "{image}": failed to resolve reference "{image}": failed to do request: Head "https://registry.example.com/v2/": dial tcp: lookup registry.example.com on 10.96.0.10:53: no such host',
			),
		}),
	],
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'struggling', says: /registry[\s\S]*(host|DNS|reach)/i, withinMs: 60000},
});
