import type {RuleExample} from '../../example.ts';
import {oneServing, twoServing} from '../../example-revisions.ts';
import {aLog, timed} from '../../example-traffic.ts';

const old = aLog(timed('GET /items', 80, {count: 60, from: 400}), timed('GET /cart', 50, {count: 60, from: 400}));

export default [
	{
		name: 'one route is slower on the new pods',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': old,
			'api-rs2-x/api': aLog(
				timed('GET /items', 1200, {count: 60, from: 100}),
				timed('GET /cart', 52, {count: 60, from: 100}),
			),
		},
		finds: [
			{
				title: 'GET /items is slower on the new rev 2: p95 1.2 s on rev 2, 80 ms on rev 1',
				because: '60 requests on rev 2, 60 on rev 1; rev 2 changed image api:1.8.2 → 1.9.0',
				extent: '2 of 2 pods of rev 2',
				verdict: 'struggling',
				confidence: 'likely',
				evidence: ['GET /items 200 took 1.2 s', 'p95 1.2 s on rev 2, 80 ms on rev 1'],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'look at what rev 2 does differently on GET /items'],
				since: '2026-11-24T11:58:00Z',
			},
		],
	},
	{
		name: 'all of them are',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': old,
			'api-rs2-x/api': aLog(
				timed('GET /items', 450, {count: 60, from: 100}),
				timed('GET /cart', 400, {count: 60, from: 100}),
			),
		},
		finds: [
			{title: 'Requests are slower on the new rev 2: p95 450 ms on rev 2, 80 ms on rev 1', confidence: 'certain'},
		],
	},
	{
		name: 'twice of nearly nothing',
		objects: twoServing(),
		running: {'api-rs1-a/api': old, 'api-rs2-x/api': aLog(timed('GET /items', 170, {count: 60, from: 100}))},
		finds: [],
	},
	{
		name: 'the new pods had few requests so far',
		objects: twoServing(),
		running: {'api-rs1-a/api': old, 'api-rs2-x/api': aLog(timed('GET /items', 1200, {count: 8, from: 100}))},
		finds: [],
	},
	{
		name: 'both are slow',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(timed('GET /items', 1300, {count: 60, from: 400})),
			'api-rs2-x/api': aLog(timed('GET /items', 1400, {count: 60, from: 100})),
		},
		finds: [],
	},
	{name: 'one revision', objects: oneServing(), running: {'api-rs1-a/api': old}, finds: []},
] satisfies readonly RuleExample[];
