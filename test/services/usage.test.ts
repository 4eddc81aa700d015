import {expect, test} from 'vitest';
import type {PodRow} from '../../src/model/pod.ts';
import {type ServiceUsage, usageOfService} from '../../src/services/usage.ts';
import {NOON, pod} from '../support/rows.ts';

const MI = 2 ** 20;
const limited = {requests: {cpu: 0.1, memory: 128 * MI}, limits: {cpu: 0.5, memory: 256 * MI}};
const [a, b, c] = ['a', 'b', 'c'].map(name => pod({name, ...limited}));
const used = (cpu: number, memory: number) => ({cpu, memory, measuredAt: NOON});
const unlimited = pod({name: 'b', requests: {cpu: undefined, memory: undefined}});

const nothing = {used: undefined, requested: undefined, limit: undefined, share: undefined, highest: undefined};

test.each<
	[
		says: string,
		pods: readonly (PodRow | undefined)[],
		measured: Record<string, ReturnType<typeof used>>,
		usage: ServiceUsage,
	]
>([
	['no pods use nothing that is known', [], {}, {running: 0, measured: 0, cpu: nothing, memory: nothing}],
	[
		'pods that were not measured are not idle',
		[a, b],
		{},
		{
			running: 2,
			measured: 0,
			cpu: {...nothing, requested: 0.2, limit: 1},
			memory: {...nothing, requested: 256 * MI, limit: 512 * MI},
		},
	],
	[
		'what is measured is added up and compared with the limits of the same pods',
		[a, b, c],
		{'shop/a': used(0.25, 64 * MI), 'shop/b': used(0.125, 128 * MI), 'bank/c': used(9, 9)},
		{
			running: 3,
			measured: 2,
			cpu: {used: 0.375, requested: 0.1 + 0.1 + 0.1, limit: 1.5, share: 0.375, highest: {pod: 'a', share: 0.5}},
			memory: {
				used: 192 * MI,
				requested: 384 * MI,
				limit: 768 * MI,
				share: 0.375,
				highest: {pod: 'b', share: 0.5},
			},
		},
	],
	[
		'a pod without limits leaves no share of them, but the others still have theirs',
		[a, unlimited],
		{'shop/a': used(0.25, 64 * MI), 'shop/b': used(0.25, 64 * MI)},
		{
			running: 2,
			measured: 2,
			cpu: {used: 0.5, requested: undefined, limit: undefined, share: undefined, highest: {pod: 'a', share: 0.5}},
			memory: {
				used: 128 * MI,
				requested: undefined,
				limit: undefined,
				share: undefined,
				highest: {pod: 'a', share: 0.25},
			},
		},
	],
	[
		'only what runs and is to stay counts',
		[
			pod({name: 'a', ...limited, deletedAt: NOON}),
			pod({name: 'b', ...limited, phase: 'Pending'}),
			pod({name: 'c', phase: 'Failed'}),
		],
		{'shop/a': used(1, 1)},
		{running: 0, measured: 0, cpu: nothing, memory: nothing},
	],
	[
		'a limit of zero is none to compare with',
		[pod({name: 'a', limits: {cpu: 0, memory: 0}})],
		{'shop/a': used(1, 1)},
		{running: 1, measured: 1, cpu: {...nothing, used: 1, limit: 0}, memory: {...nothing, used: 1, limit: 0}},
	],
])('%s', (_, pods, measured, usage) => {
	const running = pods.filter(one => one !== undefined);
	expect(usageOfService({pods: running}, {pods: new Map(Object.entries(measured))})).toEqual(usage);
});
