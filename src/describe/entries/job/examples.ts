import {ago, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const template = {spec: {restartPolicy: 'Never', containers: [{name: 'migrate', image: 'shop/migrate:42'}]}};

export default [
	{
		name: 'one that has given up',
		object: anObject('batch/v1', 'Job', 'migrate-42', {
			metadata: {creationTimestamp: ago(600)},
			spec: {completions: 1, parallelism: 1, backoffLimit: 2, activeDeadlineSeconds: 900, template},
			status: {
				failed: 3,
				startTime: ago(600),
				conditions: [
					{
						type: 'Failed',
						status: 'True',
						reason: 'BackoffLimitExceeded',
						message: 'Job has reached the specified backoff limit',
						lastTransitionTime: ago(300),
					},
				],
			},
		}),
		says: [
			'STATUS          Failed · 0 of 1 done · in 5m · 10m ago',
			'  failures      3, it gives up after 2 or 15m',
			'CONDITIONS      Failed ✖ BackoffLimitExceeded 5m: Job has reached the specified backoff limit',
			'IMAGE migrate   shop/migrate:42',
			'  restarts      Never',
		],
	},
	{
		name: 'one that runs, three pods at once',
		object: anObject('batch/v1', 'Job', 'resize', {
			metadata: {creationTimestamp: ago(60)},
			spec: {completions: 9, parallelism: 3, template},
			status: {active: 3, succeeded: 4, startTime: ago(60)},
		}),
		says: ['STATUS          Running · 4 of 9 done · 3 running, 3 at once · for 60s · 60s ago'],
	},
] satisfies readonly DescriptionExample[];
