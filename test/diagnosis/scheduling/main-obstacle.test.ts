import {describe, expect, test} from 'vitest';
import {aPod} from '../../../src/diagnosis/example.ts';
import {aNode, unplaced} from '../../../src/diagnosis/example-nodes.ts';
import {readFitError} from '../../../src/diagnosis/scheduling/fit-error.ts';
import {mainObstacle} from '../../../src/diagnosis/scheduling/main-obstacle.ts';
import {withNamedTaints} from '../../../src/diagnosis/scheduling/named-taints.ts';
import {kindById} from '../../../src/kinds/lookup.ts';
import {createIntern} from '../../../src/lib/intern.ts';
import type {PodRow} from '../../../src/model/pod.ts';
import type {NodeRow} from '../../../src/model/workload.ts';

const row = (kind: string, object: unknown) => kindById(kind)?.project(object as never, createIntern());
const tainted = (name: string, key: string, labels: object = {}) =>
	aNode(name, {metadata: {labels}, spec: {taints: [{key, effect: 'NoSchedule'}]}});

/** What is told of a pod that is refused in these words, by these nodes. */
function told(words: string, nodes: readonly object[] | undefined, spec: object = {}, helps = true): string {
	const pod = row('pod', aPod('api', 1, 'x', unplaced(words, {...spec}))) as PodRow;
	const rows = nodes?.map(node => row('node', node) as NodeRow);
	const fit = readFitError(`0/9 nodes are available: ${words}.`);
	return fit === undefined ? 'nothing' : mainObstacle(withNamedTaints(fit, pod.spec, rows), pod, rows, () => helps);
}

const ssd = {nodeSelector: {disktype: 'ssd'}};
const SELECTOR = "node(s) didn't match Pod's node affinity/selector";

describe('of several reasons the one to tell', () => {
	test('is room, where other nodes are kept for others or are not meant', () => {
		expect(told(`1 node(s) had untolerated taint {dedicated: db}, 2 Insufficient cpu`, undefined)).toBe('resource');
		expect(told(`2 ${SELECTOR}, 1 Insufficient cpu`, undefined, ssd)).toBe('resource');
		expect(told('1 node(s) were unschedulable, 2 Insufficient cpu', undefined)).toBe('resource');
		expect(told('1 Too many pods, 1 node(s) were unschedulable', undefined)).toBe('pod-cap');
	});

	test('is the trouble of nodes that would take it', () => {
		const words = '1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }, 1 Insufficient cpu';
		expect(told(words, undefined)).toBe('trouble');
		expect(told(words, undefined, {}, false)).toBe('resource');
		expect(told('2 node(s) were unschedulable, 1 Insufficient cpu', undefined)).toBe('cordon');
	});

	test('is the selector, where no node matches, whatever refuses first', () => {
		const nodes = [aNode('node-1'), tainted('master', 'node-role.kubernetes.io/control-plane')];
		expect(told(`1 ${SELECTOR}, 1 node(s) had untolerated taint(s)`, nodes, ssd)).toBe('selector');
	});

	test('is the taint, where it is on all nodes that match', () => {
		const nodes = [aNode('node-1'), tainted('node-2', 'dedicated', {disktype: 'ssd'})];
		expect(told(`1 ${SELECTOR}, 1 node(s) had untolerated taint(s)`, nodes, ssd)).toBe('taint');
	});

	test('is not that a DaemonSet is for one node only', () => {
		const affinity = {
			affinity: {
				nodeAffinity: {
					requiredDuringSchedulingIgnoredDuringExecution: {
						nodeSelectorTerms: [
							{matchFields: [{key: 'metadata.name', operator: 'In', values: ['node-1']}]},
						],
					},
				},
			},
		};
		expect(told(`1 Insufficient memory, 1 ${SELECTOR}`, [aNode('node-1'), aNode('node-2')], affinity)).toBe(
			'resource',
		);
	});

	test('is what holds for all nodes, where the scheduler says such a thing', () => {
		expect(told('pod has unbound immediate PersistentVolumeClaims', undefined)).toBe('claim-unbound');
	});

	test('is read off the nodes, where taints are not named', () => {
		expect(told('2 node(s) had untolerated taint(s)', [tainted('a', 'node.kubernetes.io/not-ready')])).toBe(
			'trouble',
		);
		expect(told('2 node(s) had untolerated taint(s)', [tainted('a', 'karpenter.sh/disrupted')])).toBe('cordon');
		expect(told('2 node(s) had untolerated taint(s)', [tainted('a', 'dedicated')])).toBe('taint');
		expect(told('2 node(s) had untolerated taint(s)', undefined)).toBe('taint');
	});
});
