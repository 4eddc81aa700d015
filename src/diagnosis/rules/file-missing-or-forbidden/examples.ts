import type {RuleExample} from '../../example.ts';
import {aFailedStart, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'a file of settings that nobody mounted',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart(
				"FileNotFoundError: [Errno 2] No such file or directory: '/etc/app/config.yaml'",
			),
		},
		finds: [
			{
				title: 'New pods exit at start: /etc/app/config.yaml is not there',
				verdict: 'doomed',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'put /etc/app/config.yaml into the image, or mount it'],
			},
		],
	},
	{
		name: 'a command that the image does not have',
		objects: aFailingRollout(127, {restartCount: 1}),
		logs: {'api-rs2-x/api': '/bin/sh: 1: gunicorn: not found'},
		finds: [{title: 'New pods exit at start: the command gunicorn is not in the image', verdict: 'struggling'}],
	},
	{
		name: 'a folder that its user may not write',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart("PermissionError: [Errno 13] Permission denied: '/data/cache'")},
		finds: [{title: 'New pods exit at start: it has no permission for /data/cache'}],
	},
	{
		name: 'a root file system that is read-only',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart("OSError: [Errno 30] Read-only file system: '/app/out.log'")},
		finds: [{title: 'New pods exit at start: /app/out.log is on a file system that is read-only'}],
	},
	{
		name: 'a library that is not there is a module',
		objects: aFailingRollout(),
		logs: {'api-rs2-x/api': 'ImportError: libpq.so.5: cannot open shared object file: No such file or directory'},
		finds: [],
	},
] satisfies readonly RuleExample[];
