import type {ScenarioExample} from '../../contract.ts';
import {progressOf, readiness, statesOf} from '../../shop/facts.ts';
import {countOf, failedShareOf} from '../../shop/request-facts.ts';

const NEW = 'shop/api:1.9.0';

export default [
	{
		atMs: 15_000,
		fact: 'before the release nobody sees an exception',
		of: cluster => countOf(cluster, 'shop/api:', 300_000, /^(?:Traceback|ERROR)/),
		is: 0,
	},
	{
		atMs: 60_000,
		fact: 'the rollout is complete',
		of: cluster => progressOf(cluster, 'api'),
		is: 'NewReplicaSetAvailable',
	},
	{
		atMs: 60_000,
		fact: 'only new pods serve',
		of: cluster => [statesOf(cluster, NEW).length, statesOf(cluster, 'shop/api:').length],
		is: [3, 3],
	},
	{
		atMs: 600_000,
		fact: 'of the checkouts about eight in a hundred fail',
		of: cluster => Math.abs(failedShareOf(cluster, NEW, 540_000, /^\/checkout/) - 0.08) < 0.03,
		is: true,
	},
	{
		atMs: 600_000,
		fact: 'hardly anything else does',
		of: cluster => failedShareOf(cluster, NEW, 540_000, /^\/(?!checkout)/) < 0.002,
		is: true,
	},
	{
		atMs: 600_000,
		fact: 'each of them leaves a traceback that ends in the same line',
		of: cluster =>
			countOf(cluster, NEW, 540_000, /^KeyError: 'voucher'$/) ===
				countOf(cluster, NEW, 540_000, /"path":"\/checkout","status":500/) &&
			countOf(cluster, NEW, 540_000, /^KeyError/) > 20,
		is: true,
	},
	{
		atMs: 600_000,
		fact: 'Kubernetes sees nothing of it: all pods are ready',
		of: readiness,
		is: ['api 3/3', 'mailer 3/3', 'worker 2/2'],
	},
] satisfies ScenarioExample[];
