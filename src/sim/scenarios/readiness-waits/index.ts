import {release, released, shopStory} from '../../shop/story.ts';
import {unready} from '../../lives/unready.ts';

const WORDS = [
	'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.',
	'INFO:     10.0.1.11:50312 - "GET /readyz HTTP/1.1" 503 Service Unavailable',
];

export default shopStory({
	id: 'readiness-waits',
	title: 'Readiness that waits for Redis',
	story: 'The readiness probe of the new release asks Redis, which is not there: no new pod gets ready, and the rollout waits.',
	behaviours: [
		released({
			life: unready('HTTP probe failed with statuscode: 503'),
			logs: {serving: ({now}) => (Math.floor(now / 1000) % 5 === 0 ? WORDS : [])},
		}),
	],
	script: [release({cause: 'api 1.9.0: readiness asks Redis'})],
	verdict: {workload: 'api', mark: 'struggling', says: /readiness|503/i, withinMs: 120000},
});
