import {describe, expect, test} from 'vitest';
import {matches, matchRanges, parseFilter} from '../../../src/ui/filter/filter.ts';

const rows = [
	{text: 'api-7f9c-x2xkq shop 0/1 CrashLoopBackOff', labels: {app: 'api', tier: 'web'}},
	{text: 'api-66b8-9kq2d shop 1/1 Running', labels: {app: 'api', tier: 'web', canary: ''}},
	{text: 'worker-1 jobs 1/1 Running', labels: {app: 'worker'}},
	{text: 'c++ (old) [x] prod', labels: {}},
];

describe('what a filter lets through', () => {
	test.each([
		['', [0, 1, 2, 3]],
		['   ', [0, 1, 2, 3]],
		['api', [0, 1]],
		['API', [0, 1]],
		['^api.*running', [1]],
		['(api|worker).*shop', [0, 1]],
		['kq(2d)?', [0, 1]],
		['1/1', [1, 2]],
		['!api', [2, 3]],
		['!', [0, 1, 2, 3]],
		['-f apcrash', [0]],
		['-f WK 1', [2]],
		['-f', [0, 1, 2, 3]],
		['-l app=api', [0, 1]],
		['-l app==api', [0, 1]],
		['-l app=api,tier!=web', []],
		['-l app!=api', [2, 3]],
		['-l tier', [0, 1]],
		['-l !tier', [2, 3]],
		['-l canary=', [1]],
		['-l constructor', []],
		['-l __proto__', []],
		['-l', [0, 1, 2, 3]],
		['-fx', []],
		['c++', [3]],
		['(old', [3]],
		['[x', [3]],
		['\\', []],
	])('/%s', (typed, shown) => {
		const filter = parseFilter(typed);
		expect(rows.flatMap(({text, labels}, index) => (matches(filter, text, labels) ? [index] : []))).toEqual(shown);
	});
});

describe('a pattern that is searched literally says so', () => {
	test.each([
		['(old', 'searched literally: unterminated group'],
		['c++', 'searched literally: nothing to repeat'],
		['(a+)+$', 'searched literally: as a regex it could take too long'],
		['(a|a)*$', 'searched literally: as a regex it could take too long'],
		['(a?){30}b', 'searched literally: as a regex it could take too long'],
		[`${'a?'.repeat(30)}b`, 'searched literally: as a regex it could take too long'],
		[`${'(a|a)'.repeat(30)}b`, 'searched literally: as a regex it could take too long'],
		['.*.*.*.*.*x', 'searched literally: as a regex it could take too long'],
		[String.raw`(a)\1`, 'searched literally: as a regex it could take too long'],
		['(?=a)b', 'searched literally: as a regex it could take too long'],
		[`${'('.repeat(100)}a${')'.repeat(100)}`, 'searched literally: as a regex it could take too long'],
		['-l a b', '`a b` is no label: write key=value, key!=value, key or !key'],
		['-l !a=b', '`!a=b` is no label: write key=value, key!=value, key or !key'],
		['api.*crash.*loop', undefined],
		['(api|worker|db)-[a-z0-9]+', undefined],
		['(ab)+c{2,3}?', undefined],
		['[(+*]x', undefined],
		[String.raw`\(a\)+`, undefined],
	])('%s', (typed, problem) => {
		expect(parseFilter(typed).problem).toBe(problem);
	});
});

describe('patterns that explode, and worst cases of those that are let through, end on a text made for them', () => {
	const texts = ['a'.repeat(1 << 20), 'ab'.repeat(600), `${'a'.repeat(512)}${'b'.repeat(512)}`, '/'.repeat(2000)];
	test.each([
		['(a+)+$'],
		['(a|a)*$'],
		['(a?){40}c'],
		['a*a*a*c'],
		['a.*b.*c'],
		[`${'a?'.repeat(12)}c`],
		['-f ac'],
		['(.*)(.*)c'],
	])('%s', typed => {
		const filter = parseFilter(typed);
		expect(texts.map(text => matches(filter, text, {}))).toEqual([false, false, false, false]);
	});
});

describe('what is highlighted', () => {
	test.each([
		[
			'api',
			'api-api',
			[
				[0, 3],
				[4, 7],
			],
		],
		[
			'A',
			'banana',
			[
				[1, 2],
				[3, 4],
				[5, 6],
			],
		],
		['x*', 'axxb', [[1, 3]]],
		[
			'-f abd',
			'abcd',
			[
				[0, 2],
				[3, 4],
			],
		],
		['-f z', 'abcd', []],
		['!a', 'abcd', []],
		['-l a=b', 'a=b', []],
		['', 'abcd', []],
	])('/%s in %s', (typed, text, ranges) => {
		expect(matchRanges(parseFilter(typed), text)).toEqual(ranges);
	});

	test('never more than 32 pieces', () => {
		for (const typed of ['a', `-f ${'ab'.repeat(100)}`]) {
			expect(matchRanges(parseFilter(typed), 'a-b-'.repeat(200)).length).toBe(32);
		}
	});
});
