import {ago, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const cronJob = (suspend: boolean, status = {}): ApiObject =>
	anObject('batch/v1', 'CronJob', 'report', {spec: {schedule: '0 2 * * *', suspend}, status});

export default [
	{
		name: 'since some time',
		objects: [cronJob(true, {lastScheduleTime: ago(90_000)})],
		finds: [
			{
				object: 'cronjob/report',
				title: 'CronJob report is suspended',
				because: 'its schedule 0 2 * * * has no effect',
				verdict: 'info',
				evidence: ['spec.suspend is true', 'it ran for the last time'],
				next: [`kubectl patch cronjob report -n shop -p '{"spec":{"suspend":false}}'`],
			},
		],
	},
	{
		name: 'from its beginning',
		objects: [cronJob(true)],
		finds: [{evidence: ['spec.suspend is true', 'it never ran']}],
	},
	{name: 'it runs', objects: [cronJob(false)], finds: []},
] satisfies readonly RuleExample[];
