import {describe, expect, test} from 'vitest';
import {aPod} from '../../../src/diagnosis/example.ts';
import {aNode} from '../../../src/diagnosis/example-nodes.ts';
import {amountWords, requestOf} from '../../../src/diagnosis/scheduling/amounts.ts';
import {matches, onlyNodeOf, untoleratedTaints} from '../../../src/diagnosis/scheduling/node-match.ts';
import {kindById} from '../../../src/kinds/lookup.ts';
import {createIntern} from '../../../src/lib/intern.ts';
import type {PodRow} from '../../../src/model/pod.ts';
import type {NodeRow} from '../../../src/model/workload.ts';

const pod = (spec: object) => kindById('pod')?.project(aPod('api', 1, 'x', {spec}) as never, createIntern()) as PodRow;
const node = (fields: object) =>
	kindById('node')?.project(aNode('node-1', {...fields}) as never, createIntern()) as NodeRow;
const required = (...terms: readonly object[]) => ({
	affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: terms}}},
});
const expression = (key: string, operator: string, ...values: string[]) => ({
	matchExpressions: [{key, operator, values}],
});
const labelled = node({metadata: {labels: {zone: 'a', size: '8'}}});

describe('a node that a pod may run on', () => {
	test.each([
		[{}, true],
		[{nodeSelector: {zone: 'a'}}, true],
		[{nodeSelector: {zone: 'b'}}, false],
		[{nodeSelector: {constructor: 'x'}}, false],
		[required(expression('zone', 'In', 'b', 'a')), true],
		[required(expression('zone', 'NotIn', 'a')), false],
		[required(expression('disk', 'NotIn', 'ssd')), true],
		[required(expression('zone', 'Exists')), true],
		[required(expression('zone', 'DoesNotExist')), false],
		[required(expression('size', 'Gt', '4')), true],
		[required(expression('size', 'Lt', '4')), false],
		[required(expression('zone', 'Resembles', 'a')), false],
		[required(expression('zone', 'In', 'b'), expression('size', 'Exists')), true],
		// An empty term matches nothing.
		[required({}), false],
		[{nodeSelector: {zone: 'a'}, ...required(expression('zone', 'In', 'b'))}, false],
	])('%j: %s', (spec, may) => {
		expect(matches(pod(spec).spec, labelled)).toBe(may);
	});

	test.each([
		[[], ['dedicated']],
		[[{key: 'dedicated', operator: 'Equal', value: 'db', effect: 'NoSchedule'}], []],
		[[{key: 'dedicated', value: 'web'}], ['dedicated']],
		[[{key: 'dedicated', operator: 'Exists'}], []],
		[[{operator: 'Exists'}], []],
		[[{key: 'dedicated', operator: 'Exists', effect: 'NoExecute'}], ['dedicated']],
	])('tolerations %j leave %j', (tolerations, left) => {
		const taints = [
			{key: 'dedicated', value: 'db', effect: 'NoSchedule'},
			{key: 'slow', effect: 'PreferNoSchedule'},
		];
		expect(untoleratedTaints(pod({tolerations}).spec, node({spec: {taints}})).map(({key}) => key)).toEqual(left);
	});

	test('is one by its name only for the pods of a DaemonSet', () => {
		const named = {matchFields: [{key: 'metadata.name', operator: 'In', values: ['node-1']}]};
		expect(onlyNodeOf(pod(required(named)).spec)).toBe('node-1');
		expect(onlyNodeOf(pod(required(named, expression('zone', 'Exists'))).spec)).toBeUndefined();
		expect(onlyNodeOf(pod({}).spec)).toBeUndefined();
	});
});

describe('what a pod requests', () => {
	const container = (name: string, cpu: string | undefined, more: object = {}) => ({
		name,
		image: 'i',
		...(cpu === undefined ? {} : {resources: {requests: {cpu}}}),
		...more,
	});

	test.each([
		[{containers: [container('a', '1'), container('b', undefined)]}, 1],
		[{containers: [container('a', '1')], initContainers: [container('i', '3')]}, 3],
		[
			{
				containers: [container('a', '1')],
				initContainers: [container('s', '500m', {restartPolicy: 'Always'}), container('i', '2')],
			},
			2.5,
		],
		[{containers: [container('a', '1')], resources: {requests: {cpu: '4'}}}, 4],
		[{containers: [container('a', undefined)]}, 0],
	])('%#', (spec, cpu) => {
		expect(requestOf(pod(spec), 'cpu')).toBe(cpu);
	});

	test.each([
		['cpu', [64, 2], ['64', '2']],
		['cpu', [2, 1.97], ['2000m', '1970m']],
		['cpu', [1.5, 0.5], ['1500m', '500m']],
		['memory', [2 * 2 ** 30, 2 ** 30], ['2Gi', '1Gi']],
		['memory', [2 * 2 ** 30, 2 * 2 ** 30 - 2 ** 24], ['2048Mi', '2032Mi']],
		['nvidia.com/gpu', [4, 0], ['4', '0']],
	] as const)('%s %j reads %j', (resource, amounts, words) => {
		expect(amountWords(resource, amounts)).toEqual(words);
	});
});
