import {ago, anEvent, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const HOUR = 3600;
const cronJob = (schedule: string, ranAgo: number | undefined, fields = {}): ApiObject =>
	anObject('batch/v1', 'CronJob', 'report', {
		metadata: {creationTimestamp: ago(10 * 24 * HOUR)},
		spec: {schedule},
		status: ranAgo === undefined ? {} : {lastScheduleTime: ago(ranAgo)},
		...fields,
	});
const hourly = cronJob('0 * * * *', 5 * HOUR);

export default [
	{
		name: 'an hourly one ran five hours ago',
		objects: [
			hourly,
			anEvent(
				hourly,
				'TooManyMissedTimes',
				'too many missed start times. Set or decrease .spec.startingDeadlineSeconds',
			),
		],
		finds: [
			{
				object: 'cronjob/report',
				title: 'CronJob report does not run: its schedule 0 * * * * is missed',
				because: 'at most 60m lie between two runs of this schedule',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: [
					'it ran for the last time',
					'TooManyMissedTimes too many missed start times. Set or decrease .spec.startingDeadlineSeconds',
				],
				since: ago(4 * HOUR),
			},
		],
	},
	{
		name: 'a nightly one never ran in ten days',
		objects: [cronJob('30 2 * * *', undefined)],
		finds: [{evidence: ['made, and it never ran']}],
	},
	{name: 'a nightly one ran last night', objects: [cronJob('30 2 * * *', 10 * HOUR)], finds: []},
	{name: 'a monthly one ran ten days ago', objects: [cronJob('0 0 1 * *', 240 * HOUR)], finds: []},
	{name: 'an hourly one ran in this hour', objects: [cronJob('0 * * * *', HOUR / 2)], finds: []},
	{
		name: 'a run that goes on keeps the next from starting',
		objects: [
			cronJob('0 * * * *', 5 * HOUR, {status: {lastScheduleTime: ago(5 * HOUR), active: [{name: 'report-1'}]}}),
		],
		finds: [],
	},
	{
		name: 'suspended',
		objects: [cronJob('0 * * * *', 5 * HOUR, {spec: {schedule: '0 * * * *', suspend: true}})],
		finds: [],
	},
	{name: 'a schedule that is none', objects: [cronJob('now and then', 500 * HOUR)], finds: []},
] satisfies readonly RuleExample[];
