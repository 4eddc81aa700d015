import type {Step} from '../../contract.ts';
import {apiDeployment} from '../../shop/api.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {linesOfKills, linesOfStart, refusedWhileHung} from '../../shop/gunicorn-logs.ts';
import {released, shopStory} from '../../shop/story.ts';

const onGunicorn: Step = {
	atMs: -40 * 60_000,
	does: cluster =>
		cluster.apply(
			apiDeployment({
				version: '1.9.0',
				cause: 'api 1.9.0: four workers, monthly report',
				container: {
					args: [
						'gunicorn',
						'app.main:app',
						'-k',
						'uvicorn_worker.UvicornWorker',
						'-w',
						'4',
						'-b',
						'0.0.0.0:8000',
					],
				},
			}),
		),
};

export default shopStory({
	id: 'worker-killed',
	title: 'Workers that hang and are killed',
	story: 'In every pod of the api a worker hangs again and again until gunicorn kills it; no container restarts, and requests are lost.',
	behaviours: [
		released({
			logs: apiLogs({
				starting: [],
				change: refusedWhileHung,
				beside: moment => [...linesOfStart(moment), ...linesOfKills(moment)],
			}),
		}),
	],
	script: [onGunicorn],
	verdict: {workload: 'api', mark: 'struggling', says: /worker/i, withinMs: 90_000},
});
