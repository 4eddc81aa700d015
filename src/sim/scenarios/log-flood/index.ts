import type {Step} from '../../contract.ts';
import {apiDeployment} from '../../shop/api.ts';
import {floodLogs} from '../../shop/flood-logs.ts';
import {released, shopStory} from '../../shop/story.ts';

const withDebug: Step = {
	atMs: -3 * 60_000,
	does: cluster => cluster.apply(apiDeployment({version: '1.9.0', cause: 'api 1.9.0: logs every statement'})),
};

export default shopStory({
	id: 'log-flood',
	title: 'A log that floods',
	story: 'The api is well, and each of its pods writes a thousand lines a second, numbered so that a lost one is missed.',
	behaviours: [released({logs: floodLogs(1000)})],
	script: [withDebug],
	verdict: {workload: 'api', mark: 'healthy'},
});
