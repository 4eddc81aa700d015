import {describe, expect, test} from 'vitest';
import {readFitError} from '../../../src/diagnosis/scheduling/fit-error.ts';

/** `count obstacle name`, for comparing at a glance. */
function read(message: string): readonly string[] | undefined {
	return readFitError(message)?.refusals.map(({nodes, obstacle, name}) =>
		[nodes, obstacle, name].filter(part => part !== undefined && part !== '').join(' '),
	);
}

describe('the message of the scheduler', () => {
	test.each([
		[
			'0/5 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }, 4 Insufficient cpu. preemption: 0/5 nodes are available: 1 Preemption is not helpful for scheduling, 4 No preemption victims found for incoming pod.',
			['1 trouble node.kubernetes.io/not-ready', '4 resource cpu'],
		],
		[
			'0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
			['1 resource cpu'],
		],
		['0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found', ['claim-unbound']],
		['0/3 nodes are available: persistentvolumeclaim "data.v2" not found. not found', ['claim-missing data.v2']],
		['0/1 nodes are available: persistentvolumeclaim "data" is being deleted. not found', ['claim-missing data']],
		[
			'0/1 nodes are available: 1 persistentvolumeclaim "data" bound to non-existent persistentvolume "p".',
			['1 claim-lost'],
		],
		['0/2 nodes are available: 2 node(s) had untolerated taint(s).', ['2 taint']],
		['0/2 nodes are available: 2 node(s) had untolerated taint {dedicated: db}.', ['2 taint dedicated=db']],
		['0/9 nodes are available: 9 Insufficient nvidia.com/gpu.', ['9 resource nvidia.com/gpu']],
		[
			"0/9 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't match Pod's node affinity/selector, 3 node(s) didn't match pod anti-affinity rules, 3 Too many pods.",
			['1 cordon', '2 selector', '3 spread', '3 pod-cap'],
		],
		[
			"0/6 nodes are available: 1 node(s) didn't have free ports for the requested pod ports, 2 node(s) had volume node affinity conflict, 3 node(s) didn't match PersistentVolume's node affinity.",
			['1 host-port', '2 volume-elsewhere', '3 volume-elsewhere'],
		],
		[
			"0/6 nodes are available: 2 node(s) didn't match pod topology spread constraints (missing required label), 4 node(s) didn't satisfy existing pods anti-affinity rules.",
			['2 spread', '4 spread'],
		],
		[
			"0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't satisfy plugin(s) [NodeAffinity].",
			['1 resource cpu', '2 selector'],
		],
		[
			'0/2 nodes are available: 2 node(s) had untolerated taint {ToBeDeletedByClusterAutoscaler: 17}.',
			['2 cordon ToBeDeletedByClusterAutoscaler=17'],
		],
		['0/2 nodes are available: 2 node(s) exceed max volume count.', ['2 other']],
		['no nodes available to schedule pods', ['trouble']],
	])('of today: %s', (message, refusals) => {
		expect(read(message)).toEqual(refusals);
	});

	test.each([
		[
			"0/4 nodes are available: 1 node(s) had taint {node-role.kubernetes.io/master: }, that the pod didn't tolerate, 3 Insufficient memory.",
			['1 taint node-role.kubernetes.io/master', '3 resource memory'],
		],
		["0/4 nodes are available: 4 node(s) didn't match node selector.", ['4 selector']],
		["0/4 nodes are available: 4 node(s) had taints that the pod didn't tolerate.", ['4 taint']],
		['persistentvolumeclaim "data" not found', ['claim-missing data']],
		['pod has unbound immediate PersistentVolumeClaims (repeated 3 times)', ['claim-unbound']],
		['error getting PVC "shop/data": could not find v1.PersistentVolumeClaim "shop/data"', ['claim-missing data']],
		['0/4 nodes are available: 4 node(s) had no available volume zone.', ['4 volume-elsewhere']],
		[
			'0/4 nodes are available: 2 node(s) were not ready, 2 node(s) had memory pressure.',
			['2 trouble', '2 trouble'],
		],
	])('of years ago: %s', (message, refusals) => {
		expect(read(message)).toEqual(refusals);
	});

	test.each([
		'',
		'0/5 nodes are available',
		'0/5 nodes are available:',
		'Scheduling is blocked due to non-empty scheduling gates',
		'Kein Knoten',
	])('nothing is read from %j', message => {
		expect(readFitError(message)).toBeUndefined();
	});

	test('what is hostile is read in no time, and not to its end', () => {
		const started = performance.now();
		for (const message of [
			'x'.repeat(100_000),
			`0/1 nodes are available: ${', 1 x'.repeat(20_000)}`,
			`0/1 nodes are available: ${'1 node(s) had untolerated taint {'.repeat(3000)}`,
			`0/1 nodes are available: 1 ${'affinity '.repeat(10_000)}`,
			`0/${'9'.repeat(100_000)} nodes are available: 1 Insufficient ${'cpu'.repeat(30_000)}`,
			`persistentvolumeclaim "${'"a'.repeat(40_000)}`,
		])
			expect(readFitError(message)?.refusals.length ?? 0).toBeLessThanOrEqual(50);
		expect(performance.now() - started).toBeLessThan(500);
	});
});
