import {release, shopStory} from '../../shop/story.ts';

export default shopStory({
	id: 'pending-cpu',
	title: 'Pods that fit nowhere',
	story: 'The release asks for more CPU than any node has: its pods are never placed.',
	script: [
		release({
			cause: 'api 1.9.0: more of everything',
			container: {resources: {requests: {cpu: '8', memory: '256Mi'}, limits: {cpu: '8', memory: '512Mi'}}},
		}),
	],
	verdict: {workload: 'api', mark: 'doomed', says: /cpu/i, withinMs: 90000},
});
