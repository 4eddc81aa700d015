import {apiLogs, uvicornLine} from '../../shop/api-logs.ts';
import {shopStory} from '../../shop/story.ts';

export default shopStory({
	id: 'no-duration',
	title: 'A log without durations',
	story: 'The api is well, and logs as uvicorn does by itself: nobody can read from it how long a request took.',
	behaviours: [{of: {image: 'shop/api:'}, logs: apiLogs({line: uvicornLine})}],
	verdict: {workload: 'api', mark: 'healthy'},
});
