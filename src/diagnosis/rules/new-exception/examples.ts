import type {RuleExample} from '../../example.ts';
import {oneServing, twoServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';

const good = untimed('GET /items', {count: 60, from: 400});
const cart = raised("KeyError: 'total'", {count: 6, from: 100});

export default [
	{
		name: 'the new revision raises what the old one did not',
		objects: twoServing(),
		running: {'api-rs1-a/api': aLog(good), 'api-rs2-x/api': aLog(cart)},
		finds: [
			{
				title: 'New in rev 2: KeyError at app/main.py:31 in checkout',
				because: "KeyError: 'total', 6 times in the last 5 minutes; rev 2 changed image api:1.8.2 → 1.9.0",
				extent: '1 of 2 pods of rev 2',
				verdict: 'struggling',
				evidence: ["KeyError: 'total'", 'at app/main.py:31 in checkout'],
				next: ['look at app/main.py:31 in checkout', 'or roll back to rev 1 (shop/api:1.8.2)'],
				since: '2026-11-24T11:58:20.005Z',
			},
		],
	},
	{
		name: 'two of them, at two places',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(good),
			'api-rs2-x/api': aLog(cart, raised('ValueError: no', {count: 4, from: 90}, {line: 70, function: 'pay'})),
		},
		finds: [
			{title: 'New in rev 2: KeyError at app/main.py:31 in checkout'},
			{title: 'New in rev 2: ValueError at app/main.py:70 in pay'},
		],
	},
	{
		name: 'the old one raised it, too',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(good, raised("KeyError: 'total'", {count: 1, from: 300})),
			'api-rs2-x/api': aLog(cart),
		},
		finds: [],
	},
	{
		name: 'once is not often',
		objects: twoServing(),
		running: {
			'api-rs1-a/api': aLog(good),
			'api-rs2-x/api': aLog(cart.slice(0, 1), raised('KeyError: 1', {count: 1})),
		},
		finds: [],
	},
	{
		name: 'nobody heard the revision before',
		objects: oneServing(),
		running: {'api-rs1-a/api': aLog(good, cart)},
		finds: [],
	},
] satisfies readonly RuleExample[];
