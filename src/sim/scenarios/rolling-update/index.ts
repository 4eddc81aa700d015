import {release, shopStory} from '../../shop/story.ts';

export default shopStory({
	id: 'rolling-update',
	title: 'A release that goes well',
	story: 'A new revision of the api replaces the old one, pod by pod, and nobody notices.',
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'healthy'},
});
