import {describe, expect, test} from 'vitest';
import type {Labels, Selector} from '../../src/model/row.ts';
import {selects} from '../../src/model/selector.ts';

const labels: Labels = {app: 'api', tier: 'web'};

const where = (key: string, operator: string, ...values: string[]): Selector => ({
	matchLabels: {},
	matchExpressions: [{key, operator, values}],
});

describe('a selector', () => {
	test.each<[string, Selector | undefined, boolean]>([
		['that is missing picks nothing', undefined, false],
		['that is empty picks everything', {matchLabels: {}, matchExpressions: []}, true],
		['picks by one label', {matchLabels: {app: 'api'}, matchExpressions: []}, true],
		['needs every label', {matchLabels: {app: 'api', tier: 'db'}, matchExpressions: []}, false],
		['does not take what an object inherits for a label', where('constructor', 'Exists'), false],
		['In holds for a listed value', where('app', 'In', 'worker', 'api'), true],
		['In fails for another value', where('app', 'In', 'worker'), false],
		['In fails for a missing label', where('zone', 'In', 'a'), false],
		['NotIn fails for a listed value', where('app', 'NotIn', 'api'), false],
		['NotIn holds for a missing label', where('zone', 'NotIn', 'a'), true],
		['Exists holds for a label', where('tier', 'Exists'), true],
		['Exists fails without it', where('zone', 'Exists'), false],
		['DoesNotExist fails for a label', where('tier', 'DoesNotExist'), false],
		['DoesNotExist holds without it', where('zone', 'DoesNotExist'), true],
		['with an unknown operator picks nothing', where('tier', 'Matches', 'web'), false],
		[
			'needs labels and expressions',
			{
				matchLabels: {app: 'api'},
				matchExpressions: [{key: 'tier', operator: 'In', values: ['db']}],
			},
			false,
		],
	])('%s', (_name, selector, expected) => {
		expect(selects(selector, labels)).toBe(expected);
	});
});
