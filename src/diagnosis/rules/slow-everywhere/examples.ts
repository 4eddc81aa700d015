import type {RuleExample} from '../../example.ts';
import {oneServing} from '../../example-revisions.ts';
import {aLog, timed} from '../../example-traffic.ts';

const before = ['GET /items', 'GET /cart', 'POST /orders'].flatMap(route =>
	timed(route, 50, {count: 40, from: 880, to: 320}),
);
const slow = ['GET /items', 'GET /cart', 'POST /orders'].flatMap(route => timed(route, 1500, {count: 30, from: 250}));

export default [
	{
		name: 'it is held back by its CPU limit',
		objects: oneServing(['a'], {
			spec: {containers: [{name: 'api', image: 'shop/api:1.8.2', resources: {limits: {cpu: '500m'}}}]},
		}),
		running: {'api-rs1-a/api': aLog(before, slow)},
		usage: {'api-rs1-a': {cpu: 0.495, memory: 1e8}},
		finds: [
			{
				title: 'All routes are slow: p95 1.5 s, before 50 ms',
				because: 'api-rs1-a: it uses nearly all of its CPU limit of 500m, so it is held back',
				verdict: 'struggling',
				confidence: 'likely',
				next: ['raise the CPU limit, or run more pods'],
			},
		],
	},
	{
		name: 'nobody knows why',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(before, slow)},
		finds: [
			{
				because: '',
				next: [
					'look at what all routes share: the database, its pool of connections, workers, another service',
				],
			},
		],
	},
	{
		name: 'one route of three',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				before,
				timed('GET /items', 1500, {count: 30, from: 250}),
				timed('GET /cart', 50, {count: 30, from: 250}),
				timed('POST /orders', 70, {count: 30, from: 250}),
			),
		},
		finds: [],
	},
	{
		name: 'it was always so slow',
		objects: oneServing(['a']),
		running: {'api-rs1-a/api': aLog(slow, timed('GET /items', 1500, {count: 60, from: 880, to: 320}))},
		finds: [],
	},
] satisfies readonly RuleExample[];
