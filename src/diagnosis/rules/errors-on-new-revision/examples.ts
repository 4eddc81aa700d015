import type {RuleExample} from '../../example.ts';
import {twoServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

const good = aLog(untimed('GET /items', {count: 60, from: 400}));

export default [
	{
		name: 'the new revision fails where the old one does not',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': good,
			'api-rs2-x/api': aLog(
				untimed('GET /items', {count: 30, from: 100}),
				untimed('GET /cart', {count: 10, from: 100}, 500),
				raised('AttributeError: no cart', {count: 10, from: 100}),
			),
		},
		finds: [
			{
				title: '25 % of requests fail on the new rev 2 on GET /cart, and none on rev 1',
				because:
					'AttributeError: no cart at app/main.py:31 in checkout, 10 times; rev 2 changed image api:1.8.2 → 1.9.0',
				extent: '2 of 2 pods of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [
					'AttributeError: no cart',
					'at app/main.py:31 in checkout',
					'GET /cart 500',
					'rev 2: 10 of 40 requests failed',
					'rev 1: 0 of 60 requests failed',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'then look at the exception, or the first failed request',
				],
			},
		],
	},
	{
		name: 'both fail',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(untimed('GET /items', {count: 60, from: 400}, 500)),
			'api-rs2-x/api': aLog(untimed('GET /items', {count: 30, from: 100}, 500)),
		},
		finds: [],
	},
	{
		name: 'the new one had few requests so far',
		objects: twoServing(),
		running: {'api-rs1-a/api': good, 'api-rs2-x/api': aLog(untimed('GET /items', {count: 6, from: 100}, 500))},
		finds: [],
	},
] satisfies readonly RuleExample[];
