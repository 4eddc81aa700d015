import {apiLogs} from '../../shop/api-logs.ts';
import {release, released, shopStory} from '../../shop/story.ts';
import {breathing} from '../../shop/usage.ts';
import type {Answered} from '../../shop/traffic.ts';

/** The new search asks the database once for every hit. */
function slowSearch(request: Answered): Answered {
	return request.route === '/search' ? {...request, durationMs: request.durationMs * 19} : request;
}

/** Two new pods serve beside the three old ones for three minutes before any of those is taken away. */
const CAREFULLY = {minReadySeconds: 180, progressDeadlineSeconds: 600};

export default shopStory({
	id: 'slow-new-revision',
	title: 'A new revision that is slower than the old one',
	story: 'A release goes slowly on purpose: both revisions serve, and a search takes nineteen times as long on the new one.',
	behaviours: [
		released({logs: apiLogs({change: slowSearch})}),
		// So little that the autoscaler does not want more while five pods serve.
		{of: {image: 'shop/api:'}, usage: breathing(0.08, 210)},
	],
	script: [release({cause: 'api 1.9.0: prices in search', spec: CAREFULLY})],
	verdict: {workload: 'api', mark: 'struggling', says: /\/search/, withinMs: 120_000},
});
