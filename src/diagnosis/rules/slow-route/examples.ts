import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {oneServing, twoServing} from '../../example-revisions.ts';
import {aLog, said, timed, untimed} from '../../example-traffic.ts';

const objects = oneServing();
const quick = timed('GET /items', 40, {count: 60, from: 290});

export default [
	{
		name: 'one route that takes its time',
		objects,
		running: {
			'api-rs1-a/api': aLog(quick, timed('GET /reports/7', 1800, {count: 12, from: 200})),
			'api-rs1-b/api': aLog(quick, timed('GET /reports/9', 2100, {count: 3, from: 100, to: 10})),
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'GET /reports/{id} is slow: p95 2.1 s',
				because: '15 requests in the last 5 minutes; 85 % of the time that all routes take',
				extent: '2 of 2 pods',
				verdict: 'struggling',
				evidence: ['GET /reports/9 200 took 2.1 s'],
				next: ['look at what GET /reports/{id} waits for: queries, other services, locks'],
				since: ago(200),
			},
		],
	},
	{
		name: 'only slow requests are told of, behind an access log without durations',
		objects,
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 60}),
				untimed('GET /slow?ms=9', {count: 12}),
				said('SLOW REQUEST: http://10.96.0.4/slow?ms=9 took 1.84s', {count: 12}),
			),
		},
		finds: [{title: 'GET /slow is slow: p95 1.8 s', because: '12 requests in the last 5 minutes'}],
	},
	{
		name: 'a route that takes three times as long as before',
		objects,
		running: {
			'api-rs1-a/api': aLog(
				timed('GET /items', 180, {count: 40, from: 880, to: 320}),
				timed('GET /items', 700, {count: 40, from: 280}),
			),
		},
		finds: [
			{
				title: 'GET /items is slow: p95 700 ms',
				because:
					'40 requests in the last 5 minutes; 100 % of the time that all routes take; p95 was 180 ms before',
			},
		],
	},
	{
		name: 'several routes are one finding',
		objects,
		running: {
			'api-rs1-a/api': aLog(
				timed('GET /a', 3000, {count: 9}),
				timed('GET /b', 2000, {count: 9}),
				timed('POST /c', 1500, {count: 9}),
				timed('POST /d', 1500, {count: 8}),
			),
		},
		finds: [{title: 'GET /a, GET /b and 2 more are slow: p95 3.0 s on GET /a'}],
	},
	{
		name: 'a new revision that had few requests so far, and slow ones',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(timed('GET /items', 40, {count: 9, from: 110})),
			'api-rs2-x/api': aLog(timed('GET /items', 1400, {count: 11, from: 55})),
		},
		finds: [
			{
				because:
					'20 requests in the last 5 minutes; 100 % of the time that all routes take; rev 2 changed image api:1.8.2 → 1.9.0',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'look at what GET /items waits for: queries, other services, locks',
				],
			},
		],
	},
	{
		name: 'a route that always took 700 ms',
		objects,
		running: {'api-rs1-a/api': aLog(timed('GET /items', 700, {count: 90, from: 880}))},
		finds: [],
	},
	{
		name: 'a single slow request, and another one of a route that nobody else asks for',
		objects,
		running: {
			'api-rs1-a/api': aLog(quick, timed('GET /items', 4000, {count: 1}), timed('GET /all', 9000, {count: 2})),
		},
		finds: [],
	},
	{
		name: 'the first requests of a program that has just started',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', {metadata: {creationTimestamp: ago(40)}, status: {containerStatuses: []}}),
		],
		running: {'api-rs1-a/api': aLog(timed('GET /items', 1400, {count: 6, from: 30, to: 25}), quick.slice(-5))},
		finds: [],
	},
	{
		name: 'it is quick again',
		objects,
		running: {
			'api-rs1-a/api': aLog(
				timed('GET /items', 2000, {count: 30, from: 290, to: 100}),
				timed('GET /items', 30, {count: 30, from: 55}),
			),
		},
		finds: [],
	},
	{
		name: 'a probe that is slow',
		objects,
		running: {'api-rs1-a/api': aLog(quick, timed('GET /health', 1500, {count: 30}))},
		finds: [],
	},
] satisfies readonly RuleExample[];
