import {release, released, shopStory} from '../../shop/story.ts';
import {imagePull} from '../../lives/image-pull.ts';

export default shopStory({
	id: 'image-not-found',
	title: 'A tag that was never pushed',
	story: 'The release names a tag that the registry does not have: its pods wait for their image while the old ones serve.',
	behaviours: [released({life: imagePull()})],
	script: [release({cause: 'api 1.9.0: faster search'})],
	verdict: {workload: 'api', mark: 'doomed', says: /image[\s\S]*1\.9\.0/i, withinMs: 60000},
});
