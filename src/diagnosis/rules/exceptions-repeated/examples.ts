import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

export default [
	{
		name: 'a program without an access log',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(raised("KeyError: 'total'", {count: 8}))},
		finds: [
			{
				title: 'KeyError is raised again and again at app/main.py:31 in checkout',
				because: "KeyError: 'total', 8 times in the last 5 minutes",
				verdict: 'struggling',
				confidence: 'likely',
				evidence: ["KeyError: 'total'", 'at app/main.py:31 in checkout'],
				next: ['look at app/main.py:31 in checkout'],
			},
		],
	},
	{
		name: 'now and then',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(raised("KeyError: 'total'", {count: 3}))},
		finds: [],
	},
	{
		name: 'requests are seen, and answered well',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(raised("KeyError: 'total'", {count: 8}), untimed('GET /items', {count: 50})),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
