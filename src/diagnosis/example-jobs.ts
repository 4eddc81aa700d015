import {ago, anObject, type ApiObject, merge, ownerOf} from './example.ts';

type Fields = {readonly [field: string]: unknown};

/** A Job of one container, called as the Job, that was made ten minutes ago and has ended: `Complete`, or `Failed` for a reason. */
export function aJob(name: string, end: 'Complete' | 'Failed' | 'Running', fields: Fields = {}): ApiObject {
	const condition = {type: end, status: 'True', lastTransitionTime: ago(300)};
	const reason = end === 'Failed' ? 'BackoffLimitExceeded' : 'CompletionsReached';
	const message =
		end === 'Failed' ? 'Job has reached the specified backoff limit' : 'Reached expected number of succeeded pods';
	return anObject(
		'batch/v1',
		'Job',
		name,
		merge(
			{
				metadata: {creationTimestamp: ago(600)},
				spec: {
					backoffLimit: 2,
					template: {spec: {restartPolicy: 'Never', containers: [{name, image: `shop/${name}:1`}]}},
				},
				status: {
					startTime: ago(600),
					...(end === 'Failed' ? {failed: 3} : {}),
					...(end === 'Complete' ? {succeeded: 1, completionTime: ago(300)} : {}),
					conditions: end === 'Running' ? [] : [{...condition, reason, message}],
				},
			},
			fields,
		),
	);
}

/** The pod `JOB-SUFFIX` of a Job, which ended with a code five minutes ago. */
export function aJobPod(job: string, suffix: string, exitCode: number, fields: Fields = {}): ApiObject {
	return anObject(
		'v1',
		'Pod',
		`${job}-${suffix}`,
		merge(
			{
				metadata: {
					creationTimestamp: ago(320),
					labels: {'batch.kubernetes.io/job-name': job},
					ownerReferences: [ownerOf('Job', job)],
				},
				spec: {restartPolicy: 'Never', containers: [{name: job, image: `shop/${job}:1`}]},
				status: {
					phase: exitCode === 0 ? 'Succeeded' : 'Failed',
					containerStatuses: [
						{
							name: job,
							ready: false,
							started: false,
							restartCount: 0,
							state: {
								terminated: {
									exitCode,
									reason: exitCode === 0 ? 'Completed' : 'Error',
									startedAt: ago(305),
									finishedAt: ago(300),
								},
							},
						},
					],
				},
			},
			fields,
		),
	);
}
