import type {Step} from '../../contract.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {SHOP} from '../../shop/names.ts';
import {BEGIN_MS, release, released, shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

/** The new search asks the database once for every hit. */
function slowSearch(request: Answered): Answered {
	return request.route === '/search' ? {...request, durationMs: request.durationMs * 19} : request;
}

/** Two new pods are there by then, beside the three old ones. */
const pause: Step = {
	atMs: BEGIN_MS + 1500,
	does: cluster => cluster.patch('deployments', SHOP, 'api', {spec: {paused: true}}),
};

export default shopStory({
	id: 'slow-new-revision',
	title: 'A new revision that is slower than the old one',
	story: 'A release is held after its first two pods: both revisions serve, and a search takes nineteen times as long on the new one.',
	behaviours: [released({logs: apiLogs({change: slowSearch})})],
	script: [release({cause: 'api 1.9.0: prices in search'}), pause],
	verdict: {workload: 'api', mark: 'struggling', says: /\/search/, withinMs: 120_000},
});
