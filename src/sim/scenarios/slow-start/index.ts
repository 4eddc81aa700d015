import {release, released, shopStory} from '../../shop/story.ts';
import {slowStart} from '../../lives/slow-start.ts';

export default shopStory({
	id: 'slow-start',
	title: 'A release that takes its time',
	story: 'The new release warms its caches for a good half minute before it is ready, as it always does; the startup probe grants it two minutes.',
	behaviours: [released({life: slowStart([35_000, 45_000])})],
	script: [
		release({
			cause: 'api 1.9.0: warm caches',
			container: {
				startupProbe: {httpGet: {path: '/livez', port: 'http'}, periodSeconds: 5, failureThreshold: 24},
			},
		}),
	],
	verdict: {workload: 'api', mark: 'healthy'},
});
