import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, said, timed} from '../../example-traffic.ts';

const timeout = '[2026-11-24 12:00:00 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)';

export default [
	{
		name: 'workers that are blocked by a slow route',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(said(timeout, {count: 4}), timed('GET /export', 29000, {count: 3}))},
		finds: [
			{
				title: 'Workers are silent for too long, and gunicorn kills them',
				because: '4 times in the last 5 minutes; the slowest request is of GET /export, 29 s',
				verdict: 'struggling',
				next: ['look at GET /export', 'raise --timeout of gunicorn when requests may take that long'],
			},
		],
	},
	{
		name: 'once in a while',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(said(timeout, {count: 1}))},
		finds: [],
	},
] satisfies readonly RuleExample[];
