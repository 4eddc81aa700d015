import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {aPod, crashed, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

const log = aFailedStart("OSError: [Errno 28] No space left on device: '/data/index'");

export default [
	{
		name: 'a volume that is full',
		objects: [
			...aFailingDeployment().slice(0, 2),
			aPod('api', 1, 'a', {
				...crashed('api', 3),
				spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data-api'}}]},
			}),
		],
		logs: {'api-rs1-a/api': log},
		finds: [
			{
				title: 'Pods exit at start: no space is left on its disk for /data/index',
				because: 'its volumes: data-api',
				verdict: 'struggling',
				next: ['enlarge data-api, or make room on it'],
			},
		],
	},
	{
		name: 'the disk of the node',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				because:
					'it has no volume of its own: the disk of the node, or an emptyDir; rev 2 changed image api:1.8.2 → 1.9.0',
			},
		],
	},
	{
		name: 'the disk of the database',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart(
				'psycopg.errors.DiskFull: could not extend file "base/16384/16385": No space left on device',
			),
		},
		finds: [{title: 'New pods exit at start: the disk of its database is full', verdict: 'struggling'}],
	},
	{
		name: 'the database itself',
		objects: aFailingDeployment(1),
		logs: {
			'api-rs1-a/api':
				'2026-11-24 11:59:40.123 UTC [1] PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device',
		},
		finds: [{title: 'Pods exit at start: no space is left on its disk'}],
	},
	{
		name: 'another exception',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: bad rate')},
		finds: [],
	},
	{
		name: 'a program that goes on, and cannot write',
		objects: oneServing(['a'], {spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'uploads'}}]}}),
		running: {
			'api-rs1-a/api': aLog(
				untimed('POST /uploads', {count: 4}, 500),
				raised("OSError: [Errno 28] No space left on device: '/data/4711.png'", {count: 4}),
			),
		},
		finds: [
			{
				title: 'Requests fail: no space is left on the disk for /data/#.png',
				because: 'its volumes: uploads',
				verdict: 'struggling',
				next: ['enlarge uploads, or make room on it'],
			},
		],
	},
	{
		name: 'the disk of its database, while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('POST /orders', {count: 4}, 500),
				raised('psycopg.errors.DiskFull: could not extend file "base/1/2": No space left on device', {
					count: 4,
				}),
			),
		},
		finds: [{title: 'Requests fail: the disk of the database is full'}],
	},
] satisfies readonly RuleExample[];
