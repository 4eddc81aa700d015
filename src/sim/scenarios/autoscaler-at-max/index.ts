import {release, released, shopStory} from '../../shop/story.ts';
import {breathing} from '../../shop/usage.ts';

export default shopStory({
	id: 'autoscaler-at-max',
	title: 'A rush that ten pods cannot serve',
	story: 'The new release burns three times the CPU: the autoscaler adds pods up to its maximum, and it is not enough.',
	behaviours: [released({usage: breathing(0.45, 230)})],
	script: [release({cause: 'api 1.9.0: no cache'})],
	verdict: {workload: 'api', mark: 'struggling', says: /autoscaler|maximum|HPA/i, withinMs: 300_000},
});
