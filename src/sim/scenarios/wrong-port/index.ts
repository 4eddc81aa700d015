import {release, released, shopStory} from '../../shop/story.ts';
import {unready} from '../../lives/unready.ts';

export default shopStory({
	id: 'wrong-port',
	title: 'A probe at the wrong door',
	story: 'The release probes port 8080, and its program listens on 8000: it runs, and is never ready.',
	behaviours: [
		released({
			life: unready('Get "http://10.244.1.9:8080/readyz": dial tcp 10.244.1.9:8080: connect: connection refused'),
		}),
	],
	script: [
		release({
			cause: 'api 1.9.0: new port',
			container: {
				ports: [{name: 'http', containerPort: 8080}],
				readinessProbe: {httpGet: {path: '/readyz', port: 8080}, initialDelaySeconds: 2, periodSeconds: 5},
				livenessProbe: undefined,
			},
		}),
	],
	verdict: {workload: 'api', mark: 'doomed', says: /8080/, withinMs: 90000},
});
