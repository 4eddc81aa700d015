import type {Step} from '../../contract.ts';
import {loseNode} from '../../shop/node-loss.ts';
import {BEGIN_MS, shopStory} from '../../shop/story.ts';

/** The node that carries a pod of the api, the first by its name. */
const lose: Step = {atMs: BEGIN_MS, does: cluster => loseNode(cluster, 'api-')};

export default shopStory({
	id: 'node-lost',
	title: 'A node that fell silent',
	story: 'A node stops reporting. Its pods are not ready any more, and nobody knows whether they still run.',
	script: [lose],
	verdict: {workload: 'api', mark: 'struggling', says: /node/i, withinMs: 90_000},
});
