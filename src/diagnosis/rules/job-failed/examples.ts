import {aDeployment, ago, ownerOf, type RuleExample} from '../../example.ts';
import {aJob, aJobPod} from '../../example-jobs.ts';

const logs = {'migrate-c/migrate': 'running 0007_orders\nKeyError: DATABASE_URL\n'};
const pods = ['a', 'b', 'c'].map((suffix, index) =>
	aJobPod('migrate', suffix, 1, {
		status: {
			containerStatuses: [
				{
					name: 'migrate',
					state: {terminated: {exitCode: 1, reason: 'Error', finishedAt: ago(500 - 100 * index)}},
				},
			],
		},
	}),
);

export default [
	{
		name: 'a migration that fails three times',
		objects: [aJob('migrate', 'Failed'), ...pods],
		logs,
		finds: [
			{
				object: 'job/migrate',
				title: 'Job migrate failed: KeyError: DATABASE_URL',
				because: 'exit 1 (the program failed), 3 tries',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'KeyError: DATABASE_URL',
					'container migrate ended with exit 1 (the program failed)',
					'BackoffLimitExceeded: Job has reached the specified backoff limit',
				],
				next: ['read the log of migrate-c', 'mend it and make the Job again: it does not try any more'],
				since: ago(300),
			},
		],
	},
	{
		name: 'a container that was restarted in place, until the Job deleted its pod and gave up',
		before: [
			{
				at: ago(310),
				objects: [
					aJob('migrate', 'Running', {status: {active: 1}}),
					aJobPod('migrate', 'a', 1, {
						status: {
							phase: 'Running',
							containerStatuses: [
								{
									name: 'migrate',
									restartCount: 2,
									state: {waiting: {reason: 'CrashLoopBackOff'}},
									lastState: {terminated: {exitCode: 1, reason: 'Error', finishedAt: ago(320)}},
								},
							],
						},
					}),
				],
			},
		],
		objects: [aJob('migrate', 'Failed', {status: {failed: 1}})],
		logs: {'migrate-a/migrate': 'KeyError: DATABASE_URL\n'},
		finds: [
			{
				title: 'Job migrate failed: KeyError: DATABASE_URL',
				because: 'exit 1 (the program failed), 3 tries',
				next: ['mend it and make the Job again: it does not try any more'],
			},
		],
	},
	{
		name: 'who runs the same image needs it',
		objects: [
			aJob('migrate', 'Failed', {
				spec: {template: {spec: {containers: [{name: 'migrate', image: 'shop/api:1.9.0'}]}}},
			}),
			...pods,
			aDeployment('api'),
			aDeployment('web'),
		],
		finds: [
			{
				title: 'Job migrate failed: exit 1 (the program failed)',
				because:
					'exit 1 (the program failed), 3 tries; it looks like the migration of api, which has the same image',
				affects: ['api'],
				next: [
					'read the log of migrate-c',
					'mend it and make the Job again: it does not try any more',
					'hold back releases of api that need its changes',
				],
			},
		],
	},
	{
		name: 'ended at its deadline, and its pods are gone',
		objects: [
			aJob('report', 'Failed', {
				status: {
					conditions: [
						{
							type: 'Failed',
							status: 'True',
							reason: 'DeadlineExceeded',
							message: 'Job was active longer than specified deadline',
							lastTransitionTime: ago(300),
						},
					],
				},
			}),
		],
		finds: [
			{
				title: 'Job report was ended at its deadline after 5m',
				because: 'Job was active longer than specified deadline',
				evidence: ['DeadlineExceeded: Job was active longer than specified deadline'],
			},
		],
	},
	{
		name: 'it failed days ago',
		objects: [
			aJob('report', 'Failed', {
				metadata: {creationTimestamp: ago(200_000)},
				status: {
					conditions: [
						{
							type: 'Failed',
							status: 'True',
							reason: 'BackoffLimitExceeded',
							lastTransitionTime: ago(190_000),
						},
					],
				},
			}),
		],
		finds: [{title: 'Job report gave up (BackoffLimitExceeded)', verdict: 'info'}],
	},
	{
		name: 'it failed once, was retried and completed',
		objects: [aJob('migrate', 'Complete'), pods[0] ?? aJob('x', 'Running'), aJobPod('migrate', 'd', 0)],
		finds: [],
	},
	{
		name: 'it is being retried',
		objects: [aJob('migrate', 'Running', {status: {failed: 1, active: 1}}), ...pods.slice(0, 1)],
		finds: [],
	},
	{
		name: 'the next release did the same work',
		objects: [
			aJob('migrate-41', 'Failed', {spec: {template: {spec: {containers: [{name: 'm', image: 'shop/api:41'}]}}}}),
			aJob('migrate-42', 'Complete', {
				metadata: {creationTimestamp: ago(100)},
				spec: {template: {spec: {containers: [{name: 'm', image: 'shop/api:42'}]}}},
			}),
		],
		finds: [],
	},
	{
		name: 'a run of a CronJob is told with the others',
		objects: [aJob('report-1', 'Failed', {metadata: {ownerReferences: [ownerOf('CronJob', 'report')]}})],
		finds: [],
	},
] satisfies readonly RuleExample[];
