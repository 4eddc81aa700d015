import {apiLogs, uvicornLine} from '../../shop/api-logs.ts';
import {httpMetrics} from '../../shop/http-metrics.ts';
import {pooledApi, poolMetrics, restingUse} from '../../shop/pool.ts';
import {released, shopStory} from '../../shop/story.ts';

export default shopStory({
	id: 'measured-requests',
	title: 'Requests that are measured, and logged without durations',
	story: 'The api is well; its log says as little as uvicorn does by itself, but its metrics count each request with its duration.',
	behaviours: [
		released({
			logs: apiLogs({line: uvicornLine}),
			metrics: moment => poolMetrics({inUse: restingUse(moment)}) + httpMetrics(moment),
		}),
	],
	script: [pooledApi()],
	verdict: {workload: 'api', mark: 'healthy'},
});
