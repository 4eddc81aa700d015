import {expect, test} from 'vitest';
import {nearest} from '../../src/lib/nearest.ts';

const words = ['ds', 'pods', 'deployments', 'daemonsets', 'services', 'context', 'ns', 'po'];

test.each([
	['a missing letter', 'contxt', 'context'],
	['an added letter', 'podss', 'pods'],
	['a wrong letter', 'pids', 'pods'],
	['two letters swapped', 'dpeloyments', 'deployments'],
	['two slips in a long word', 'serbices', 'services'],
	['three slips are too many', 'sxrbicxs', undefined],
	['a beginning', 'deploy', 'deployments'],
	['a slip is nearer than a beginning', 'podz', 'pods'],
	['the first letter is seldom the wrong one', 'pds', 'pods'],
	['case does not matter', 'PODS', 'pods'],
	['two slips in a short word are another word', 'xy', undefined],
	['one slip in a short word', 'nz', 'ns'],
	['nothing typed', '', undefined],
	['nothing near', 'kubernetes', undefined],
])('%s: %s', (_, typed, expected) => {
	expect(nearest(typed, words)).toBe(expected);
});

test('a word of a megabyte costs no more than one of 64 letters', () => {
	expect(nearest('x'.repeat(1 << 20), ['y'.repeat(1 << 20)])).toBeUndefined();
});
