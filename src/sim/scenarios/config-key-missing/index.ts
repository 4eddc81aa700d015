import {release, released, shopStory} from '../../shop/story.ts';
import {configError} from '../../lives/config-error.ts';

export default shopStory({
	id: 'config-key-missing',
	title: 'A key that is not there',
	story: 'The release reads a key that the ConfigMap does not have: its containers cannot be created.',
	behaviours: [released({life: configError(`couldn't find key CURRENCY in ConfigMap shop/api`)})],
	script: [
		release({
			cause: 'api 1.9.0: a second currency',
			container: {env: [{name: 'CURRENCY', valueFrom: {configMapKeyRef: {name: 'api', key: 'CURRENCY'}}}]},
		}),
	],
	verdict: {workload: 'api', mark: 'doomed', says: /CURRENCY[\s\S]*api/, withinMs: 60000},
});
