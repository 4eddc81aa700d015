import type {Moment} from '../../contract.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {shopStory} from '../../shop/story.ts';
import type {Answered} from '../../shop/traffic.ts';

/** An index was dropped: each item is looked for in the whole table. */
const SINCE_MS = -4 * 60_000;

function slowItem(request: Answered, {storyMs, random}: Moment): Answered {
	if (request.route !== '/items/{id}' || storyMs < SINCE_MS) return request;
	return {...request, durationMs: 1900 + 2100 * random() ** 1.5};
}

export default shopStory({
	id: 'slow-route',
	title: 'One route that has become slow',
	story: 'Since four minutes a single item takes two to four seconds on every pod of the api; all else is as fast as ever.',
	behaviours: [{of: {image: 'shop/api:'}, logs: apiLogs({change: slowItem})}],
	verdict: {workload: 'api', mark: 'struggling', says: /\/items\//, withinMs: 60_000},
});
