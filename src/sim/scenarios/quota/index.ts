import type {Step} from '../../contract.ts';
import {SHOP} from '../../shop/names.ts';
import {release, shopStory} from '../../shop/story.ts';

/** Fourteen pods is what the shop has. */
const limit: Step = {
	atMs: 5000,
	does: cluster =>
		cluster.apply({
			apiVersion: 'v1',
			kind: 'ResourceQuota',
			metadata: {name: 'shop', namespace: SHOP},
			spec: {hard: {pods: '14'}},
		}),
};

export default shopStory({
	id: 'quota',
	title: 'A namespace that is full',
	story: 'The namespace has a quota, and the release needs two pods more than it allows: they are not even made.',
	script: [release({cause: 'api 1.9.0: faster search'}), limit],
	verdict: {workload: 'api', mark: 'struggling', says: /quota/i, withinMs: 60000},
});
