import {ago, anObject, type ApiObject, ownerOf, type RuleExample} from '../../example.ts';
import {aJob, aJobPod} from '../../example-jobs.ts';

const cronJob = (status: object, spec: object = {}): ApiObject =>
	anObject('batch/v1', 'CronJob', 'report', {spec: {schedule: '*/10 * * * *', ...spec}, status});

/** A run that ended so many seconds before noon. */
const run = (name: string, end: 'Complete' | 'Failed' | 'Running', seconds: number): ApiObject =>
	aJob(name, end, {
		metadata: {creationTimestamp: ago(seconds + 30), ownerReferences: [ownerOf('CronJob', 'report')]},
		status: {
			startTime: ago(seconds + 30),
			...(end === 'Complete' ? {completionTime: ago(seconds)} : {}),
			conditions:
				end === 'Running'
					? []
					: [
							{
								type: end,
								status: 'True',
								reason: 'BackoffLimitExceeded',
								message: 'gave up',
								lastTransitionTime: ago(seconds),
							},
						],
		},
	});

export default [
	{
		name: 'the last two runs failed',
		objects: [
			cronJob({lastSuccessfulTime: ago(1800)}),
			run('report-1', 'Complete', 1800),
			run('report-2', 'Failed', 1200),
			run('report-3', 'Failed', 600),
			aJobPod('report-3', 'x', 1),
		],
		logs: {'report-3-x/report-3': 'starting\nConnectionRefusedError: smtp:25\n'},
		finds: [
			{
				object: 'cronjob/report',
				title: 'CronJob report fails: ConnectionRefusedError: smtp:25',
				because:
					'its last 2 runs failed with exit 1 (the program failed); the last good one was at 2026-11-24 11:30 UTC',
				verdict: 'struggling',
				confidence: 'certain',
				affects: ['report-3', 'report-2'],
				evidence: [
					'ConnectionRefusedError: smtp:25',
					'container report-3 ended with exit 1 (the program failed)',
					'BackoffLimitExceeded: gave up',
				],
				next: [
					'read the log of report-3-x',
					'try it at once: kubectl create job --from=cronjob/report report-now -n shop',
				],
				since: ago(1200),
			},
		],
	},
	{
		name: 'its first run failed, and its pod is gone',
		objects: [cronJob({}), run('report-1', 'Failed', 300)],
		finds: [
			{
				title: 'CronJob report fails: its last run did (BackoffLimitExceeded)',
				because: 'its last run failed; none is known to have succeeded',
			},
		],
	},
	{
		name: 'a later run succeeded',
		objects: [
			cronJob({lastSuccessfulTime: ago(600)}),
			run('report-1', 'Failed', 1200),
			run('report-2', 'Complete', 600),
		],
		finds: [],
	},
	{
		name: 'a later run succeeded, and was cleaned away',
		objects: [cronJob({lastSuccessfulTime: ago(600)}), run('report-1', 'Failed', 1200)],
		finds: [],
	},
	{name: 'its first run is on its way', objects: [cronJob({}), run('report-1', 'Running', 0)], finds: []},
	{name: 'somebody suspended it', objects: [cronJob({}, {suspend: true}), run('report-1', 'Failed', 300)], finds: []},
	{
		name: 'a Job of the same name that is not its own',
		objects: [cronJob({}), aJob('report-1', 'Failed')],
		finds: [],
	},
] satisfies readonly RuleExample[];
