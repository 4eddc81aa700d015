import {describe, expect, test} from 'vitest';
import {demandOf} from '../../../src/ui/database/bars.ts';
import {verdictWords} from '../../../src/ui/database/verdict-words.ts';
import {chooseKnob, NO_WHAT_IF, resetKnobs, turnKnob, valueOf, type WhatIf} from '../../../src/ui/database/what-if.ts';
import {whatIfLines} from '../../../src/ui/database/what-if-lines.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {database, share, sourced, user} from '../../support/databases.ts';

/** The article's: 3 pods of 5 + 10, up to ten of them. */
const api = share({pods: 3, size: sourced(5)});
const state = database([user(api)]);

const turned = (whatIf: WhatIf, times: number, by: -1 | 1): WhatIf =>
	Array.from({length: times}).reduce<WhatIf>(now => turnKnob(now, api, by), whatIf);
const sums = (whatIf: WhatIf): readonly (number | undefined)[] => {
	const {budget} = demandOf(state, whatIf);
	return [budget.now, budget.atMost, budget.withSurge, budget.overrunAt(api.service)];
};

describe('numbers that are tried', () => {
	test('nothing is, to begin with', () => {
		expect(sums(NO_WHAT_IF)).toEqual([45, 150, 165, 7]);
		expect(demandOf(state, NO_WHAT_IF).budget).toBe(state.server.budget);
	});

	test('more pods, a smaller pool, no overflow, more workers: each in the sum of the budget', () => {
		expect(sums(turned(NO_WHAT_IF, 4, 1))).toEqual([105, 150, 165, 7]);
		const pool = turned(chooseKnob(NO_WHAT_IF, 1), 2, -1);
		expect(sums(pool)).toEqual([39, 130, 143, 8]);
		const overflow = turned(chooseKnob(pool, 1), 10, -1);
		expect(sums(overflow)).toEqual([9, 30, 33, 33]);
		expect(sums(turned(chooseKnob(overflow, 1), 3, 1))).toEqual([36, 120, 132, 9]);
	});

	test('more pods than the autoscaler may make are as many as that', () => {
		expect(sums(turned(NO_WHAT_IF, 9, 1))).toEqual([180, 180, 195, 7]);
	});

	test('there is no less than none, no process less than one, and an end', () => {
		expect(valueOf(api, turned(NO_WHAT_IF, 9, -1), 'pods')).toBe(0);
		const workers = chooseKnob(NO_WHAT_IF, -1);
		expect([workers.knob, valueOf(api, turned(workers, 9, -1), 'workers')]).toEqual(['workers', 1]);
		const most = {...NO_WHAT_IF, changes: new Map([[api.service, {pods: 9999}]])};
		expect(valueOf(api, turnKnob(most, api, 1), 'pods')).toBe(9999);
	});

	test('back to how it is, by the keys that led away or at once', () => {
		const there = turned(NO_WHAT_IF, 3, 1);
		expect(turned(there, 3, -1).changes.size).toBe(0);
		expect(resetKnobs(there).changes.size).toBe(0);
		expect(demandOf(state, there).isTried).toBe(true);
	});

	test('after the last comes the first', () => {
		expect(chooseKnob(chooseKnob(NO_WHAT_IF, -1), 1).knob).toBe('pods');
	});

	test('nothing of the service itself changes', () => {
		const before = structuredClone(api);
		demandOf(state, turned(NO_WHAT_IF, 3, 1));
		expect(api).toEqual(before);
	});
});

describe('the line that says so', () => {
	const theme = createTheme({colors: false});
	const told = (whatIf: WhatIf, width: number): readonly string[] => {
		const {numbers, keys} = whatIfLines(demandOf(state, whatIf), whatIf, {width, theme});
		return [...numbers, ...keys].map(line => line.map(({text}) => text).join(''));
	};

	test.each([
		[117, 'what if api [pods 4] pool 5  overflow 10  workers 1  → 60, at most 150 of 97 ✖'],
		[77, 'what if api [pods 4] pool 5  over 10  wrk 1  → 60, at most 150 of 97 ✖'],
		[57, 'what if api [pods 4] pool 5  over 10  wrk 1  → 60–150 ✖'],
	])('at %i cells', (width, line) => {
		expect(told(turned(NO_WHAT_IF, 1, 1), width)[0]).toBe(line);
	});

	test('that nothing is changed', () => {
		expect(told(NO_WHAT_IF, 117)[1]).toBe('nothing is changed on the cluster · ←→ choose · + - change · = reset');
		expect(told(NO_WHAT_IF, 57)[1]?.length).toBeLessThanOrEqual(57);
	});

	test('nothing where no numbers are known', () => {
		const nobody = demandOf(database([user(undefined)]), NO_WHAT_IF);
		expect(whatIfLines(nobody, NO_WHAT_IF, {width: 80, theme})).toEqual({numbers: [], keys: []});
	});
});

describe('the verdict', () => {
	const words = (whatIf: WhatIf, one = state): string =>
		verdictWords(demandOf(one, whatIf), one.server.isPooler).text;

	test('names the pod at which it overruns, and the pool that would fit', () => {
		expect(words(NO_WHAT_IF)).toBe(
			'api overruns at pod 7; pool + overflow ≤ 8 would fit 11 pods, or a pooler between',
		);
	});

	test('of numbers that are tried', () => {
		const overflow = turned(chooseKnob(chooseKnob(NO_WHAT_IF, 1), 1), 10, -1);
		expect(words(overflow)).toBe('fits, 42 free at the worst; api would overrun at pod 20');
	});

	test('a pooler needs none before it, and a limit that is not known is not overrun', () => {
		expect(words(NO_WHAT_IF, database([user(api)], {isPooler: true}))).not.toContain('pooler between');
		expect(words(NO_WHAT_IF, database([user(api)], {allowance: undefined}))).toBe('');
	});

	test('a pool without a limit has no pod at which it overruns', () => {
		const endless = share({size: sourced(Infinity, 'measured', 'database/sql'), overflow: sourced(0)});
		expect(words(NO_WHAT_IF, database([user(endless)]))).toBe('a pool without a limit takes all that there is');
	});

	test('what others take is left to them', () => {
		const worker = share({name: 'worker', pods: 4, podsAtMost: undefined, surge: 0, size: sourced(10)});
		expect(words(NO_WHAT_IF, database([user(api), user(worker)]))).toBe(
			'api overruns at pod 2; pool + overflow ≤ 1 would fit 11 pods, or a pooler between',
		);
	});
});
