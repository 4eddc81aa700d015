import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {oneServing, twoServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

const good = untimed('GET /items', {count: 60, from: 250});

export default [
	{
		name: 'one route raises an exception, and all pods are Ready',
		objects: oneServing(),
		running: {
			'api-rs1-a/api': aLog(
				good,
				untimed('POST /orders/7', {count: 20, from: 200}, 500),
				raised("KeyError: 'total'", {count: 20, from: 200}),
			),
			'api-rs1-b/api': aLog(good),
		},
		finds: [
			{
				object: 'deployment/api',
				title: 'Ready, but 14 % of requests fail on POST /orders/{id} (100 % of its own)',
				because:
					"KeyError: 'total' at app/main.py:31 in checkout, 20 times; 20 of 140 requests in the last 5 minutes answered with 5xx; both pods are Ready: the health check does not look at it",
				extent: '1 of 2 pods',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					"KeyError: 'total'",
					'at app/main.py:31 in checkout',
					'POST /orders/7 500',
					'20 of 140 requests failed',
				],
				next: ['look at app/main.py:31 in checkout, where KeyError is raised'],
				since: ago(200),
			},
		],
	},
	{
		name: 'a few of a hundred, more than before',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 300, from: 880, to: 310}),
				untimed('GET /items', {count: 1, from: 500}, 500),
				untimed('GET /items', {count: 200, from: 250}),
				untimed('GET /items', {count: 6, from: 200}, 500),
			),
		},
		finds: [
			{
				title: '3 % of requests fail on GET /items',
				because: '6 of 206 requests in the last 5 minutes answered with 5xx; 0.3 % before',
				next: ['look at the log around a failed request of GET /items'],
			},
		],
	},
	{
		name: 'few requests, of which most fail',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(untimed('GET /items', {count: 8}, 502))},
		finds: [{title: 'Ready, but 100 % of requests fail on GET /items'}],
	},
	{
		name: 'tracebacks leave room for few requests in what is read of the log',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 12, from: 20}),
				untimed('POST /orders', {count: 2, from: 20}, 500),
				raised("KeyError: 'total'", {count: 3, from: 20}),
			),
		},
		finds: [{title: 'Ready, but 14 % of requests fail on POST /orders (100 % of its own)'}],
	},
	{
		name: 'only the new revision was asked so far',
		objects: twoServing(),
		running: {'api-rs2-x/api': aLog(untimed('GET /items', {count: 9}, 500), untimed('GET /items', {count: 9}))},
		finds: [
			{
				because:
					'9 of 18 requests in the last 5 minutes answered with 5xx; rev 2 changed image api:1.8.2 → 1.9.0; both pods are Ready: the health check does not look at it',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'look at the log around a failed request of GET /items'],
			},
		],
	},
	{
		name: 'the new revision alone is another story',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(good),
			'api-rs2-x/api': aLog(untimed('GET /items', {count: 40, from: 100}, 500)),
		},
		finds: [],
	},
	{
		name: 'what the client did wrong',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(good, untimed('GET /x/500', {count: 40}, 404), untimed('GET /x', {count: 9}, 499)),
		},
		finds: [],
	},
	{
		name: 'a single failed request, and one more',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(good, untimed('GET /items', {count: 2}, 500))},
		finds: [],
	},
	{
		name: 'probes that fail',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(good, untimed('GET /health/ready', {count: 30}, 503))},
		finds: [],
	},
	{
		name: 'a pod that is not up yet says so',
		objects: [
			aDeployment('api'),
			aReplicaSet('api', 1),
			aPod('api', 1, 'a', {metadata: {creationTimestamp: ago(40)}, status: {containerStatuses: []}}),
		],
		running: {'api-rs1-a/api': aLog(untimed('GET /items', {count: 9, from: 35, to: 20}, 503), good.slice(-5))},
		finds: [],
	},
	{
		name: 'it is over',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 30, from: 280, to: 120}, 500),
				untimed('GET /items', {count: 40, from: 55}),
			),
		},
		finds: [],
	},
] satisfies readonly RuleExample[];
