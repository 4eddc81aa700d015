import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, timed} from '../../example-traffic.ts';

const quick = aLog(timed('GET /items', 90, {count: 60, from: 250}));
const slow = aLog(timed('GET /items', 1200, {count: 60, from: 250}));

export default [
	{
		name: 'one of three',
		objects: oneServing(['a', 'b', 'c']),
		running: {'api-rs1-a/api': quick, 'api-rs1-b/api': quick, 'api-rs1-c/api': slow},
		finds: [
			{
				title: 'Pod api-rs1-c on node node-1 is slower than its siblings: p95 1.2 s, its siblings 90 ms',
				verdict: 'struggling',
				confidence: 'likely',
				affects: ['api-rs1-c'],
				next: [
					'delete pod api-rs1-c, another one takes its place',
					'look at node node-1: CPU, memory, who else runs there',
				],
			},
		],
	},
	{
		name: 'of two nobody knows which is the odd one',
		objects: oneServing(['a', 'b']),
		running: {'api-rs1-a/api': quick, 'api-rs1-b/api': slow},
		finds: [],
	},
	{
		name: 'all are',
		objects: oneServing(['a', 'b', 'c']),
		running: {'api-rs1-a/api': slow, 'api-rs1-b/api': slow, 'api-rs1-c/api': slow},
		finds: [],
	},
	{
		name: 'few requests',
		objects: oneServing(['a', 'b', 'c']),
		running: {
			'api-rs1-a/api': quick,
			'api-rs1-b/api': quick,
			'api-rs1-c/api': aLog(timed('GET /items', 1200, {count: 6})),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
