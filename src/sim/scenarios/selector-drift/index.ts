import type {Step} from '../../contract.ts';
import {SHOP} from '../../shop/names.ts';
import {BEGIN_MS, shopStory} from '../../shop/story.ts';

/** Somebody tidied the labels of the Service, and not those of the pods. */
const drift: Step = {
	atMs: BEGIN_MS,
	does: cluster => cluster.patch('services', SHOP, 'api', {spec: {selector: {'app.kubernetes.io/name': 'shop-api'}}}),
};

export default shopStory({
	id: 'selector-drift',
	title: 'A Service that selects nobody',
	story: 'The selector of the Service was changed, and no pod carries its label any more: all pods are ready, and none is reached.',
	script: [drift],
	verdict: {workload: 'api', mark: 'struggling', says: /shop-api/, withinMs: 90_000},
});
