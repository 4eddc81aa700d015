import {release, shopStory} from '../../shop/story.ts';

export default shopStory({
	id: 'node-selector',
	title: 'A label that no node has',
	story: 'The release wants nodes with fast disks, and no node is labelled so: its pods are never placed.',
	script: [release({cause: 'api 1.9.0: on fast disks', pod: {nodeSelector: {disktype: 'ssd'}}})],
	verdict: {workload: 'api', mark: 'doomed', says: /disktype/, withinMs: 90000},
});
