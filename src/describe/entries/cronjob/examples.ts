import {ago, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

const spec = {
	schedule: '*/5 * * * *',
	timeZone: 'Europe/Berlin',
	concurrencyPolicy: 'Forbid',
	jobTemplate: {spec: {template: {spec: {containers: [{name: 'report', image: 'shop/report:1'}]}}}},
};

export default [
	{
		name: 'when it runs, and how its last runs went',
		object: anObject('batch/v1', 'CronJob', 'report', {
			spec,
			status: {lastScheduleTime: ago(240), lastSuccessfulTime: ago(540), active: [{name: 'report-2'}]},
		}),
		around: [
			anObject('batch/v1', 'Job', 'report-1', {
				metadata: {
					creationTimestamp: ago(240),
					ownerReferences: [{kind: 'CronJob', name: 'report', uid: 'cronjob-report', controller: true}],
				},
				status: {conditions: [{type: 'Failed', status: 'True'}]},
			}),
		],
		says: [
			'STATUS          */5 * * * * (Europe/Berlin) · 1 running · waits for the run before · 4h ago',
			'  last start    4m ago',
			'  last success  9m ago',
			'JOBS            report-1                        Failed      4m ago',
			'IMAGE report    shop/report:1',
		],
	},
	{
		name: 'one that was stopped before it ever ran',
		object: anObject('batch/v1', 'CronJob', 'report', {spec: {...spec, suspend: true}}),
		says: [
			'STATUS          */5 * * * * (Europe/Berlin) · suspended: it starts nothing · waits for the run before · 4h ago',
			'  last start    never',
			'  last success  never',
		],
	},
] satisfies readonly DescriptionExample[];
