import {describe, expect, test} from 'vitest';
import type {JsonObject} from '../../src/sim/json.ts';
import {jsonPatch, mergePatch, strategicMergePatch} from '../../src/sim/storage/patch.ts';

describe('a merge patch', () => {
	test.each([
		['replaces', {a: 1}, {a: 2}, {a: 2}],
		['adds', {a: 1}, {b: 2}, {a: 1, b: 2}],
		['removes', {a: 1, b: 2}, {a: null}, {b: 2}],
		['goes deep', {a: {b: 1, c: 2}}, {a: {b: null, d: 3}}, {a: {c: 2, d: 3}}],
		['replaces lists', {a: [1, 2]}, {a: [3]}, {a: [3]}],
		['makes objects of anything', {a: 1}, {a: {b: {c: null, d: 1}}}, {a: {b: {d: 1}}}],
	])('%s', (_, target, patch, expected) => {
		expect(mergePatch(target, patch)).toEqual(expected);
	});
});

const pod = {
	spec: {
		containers: [
			{name: 'a', image: '1', env: [{name: 'X', value: '1'}]},
			{name: 'b', image: '1'},
		],
	},
};

describe('a strategic merge patch', () => {
	test.each<[string, JsonObject, JsonObject, JsonObject]>([
		[
			'merges containers and their variables by name',
			pod,
			{spec: {containers: [{name: 'a', env: [{name: 'Y', value: '2'}]}]}},
			{
				spec: {
					containers: [
						{
							name: 'a',
							image: '1',
							env: [
								{name: 'X', value: '1'},
								{name: 'Y', value: '2'},
							],
						},
						{name: 'b', image: '1'},
					],
				},
			},
		],
		[
			'adds an item',
			{conditions: [{type: 'A'}]},
			{conditions: [{type: 'B'}]},
			{conditions: [{type: 'A'}, {type: 'B'}]},
		],
		[
			'deletes an item',
			pod,
			{spec: {containers: [{name: 'a', $patch: 'delete'}]}},
			{spec: {containers: [{name: 'b', image: '1'}]}},
		],
		['replaces an object', {spec: {a: 1, b: {c: 1}}}, {spec: {$patch: 'replace', b: {d: 1}}}, {spec: {b: {d: 1}}}],
		['replaces a list', {env: [{name: 'A'}]}, {env: [{$patch: 'replace'}, {name: 'B'}]}, {env: [{name: 'B'}]}],
		['replaces lists without a key', {args: ['a', 'b']}, {args: ['c']}, {args: ['c']}],
		['removes a field', {a: 1, b: 2}, {a: null}, {b: 2}],
	])('%s', (_, target, patch, expected) => {
		const before = JSON.stringify(target);
		expect(strategicMergePatch(target, patch)).toEqual(expected);
		expect(JSON.stringify(target)).toBe(before);
	});
});

describe('a JSON patch', () => {
	test.each([
		['adds a field', {a: 1}, [{op: 'add', path: '/b', value: 2}], {a: 1, b: 2}],
		['inserts into a list', {a: [1, 3]}, [{op: 'add', path: '/a/1', value: 2}], {a: [1, 2, 3]}],
		['appends to a list', {a: [1]}, [{op: 'add', path: '/a/-', value: 2}], {a: [1, 2]}],
		['replaces in a list', {a: [1, 2]}, [{op: 'replace', path: '/a/0', value: 9}], {a: [9, 2]}],
		['removes', {a: {b: 1, c: 2}}, [{op: 'remove', path: '/a/b'}], {a: {c: 2}}],
		['moves', {a: 1}, [{op: 'move', from: '/a', path: '/b'}], {b: 1}],
		['copies', {a: {x: 1}}, [{op: 'copy', from: '/a', path: '/b'}], {a: {x: 1}, b: {x: 1}}],
		['tests', {a: {x: 1, y: 2}}, [{op: 'test', path: '/a', value: {y: 2, x: 1}}], {a: {x: 1, y: 2}}],
		[
			'unescapes paths',
			{'a/b': 1, '~': 2},
			[
				{op: 'remove', path: '/a~1b'},
				{op: 'remove', path: '/~0'},
			],
			{},
		],
	])('%s', (_, target, operations, expected) => {
		expect(jsonPatch(target, operations)).toEqual(expected);
	});

	test.each([
		['a test that fails', [{op: 'test', path: '/a', value: 2}]],
		['a field that is not there', [{op: 'remove', path: '/x'}]],
		['a place that is not there', [{op: 'add', path: '/x/y', value: 1}]],
		['an index beyond the list', [{op: 'add', path: '/l/9', value: 1}]],
		['an inherited name', [{op: 'add', path: '/__proto__/polluted', value: 1}]],
		['an unknown operation', [{op: 'x', path: '/a'}]],
		['no operation', [1]],
		['a path that is none', [{op: 'add', path: 'a', value: 1}]],
		['no list', {op: 'add'}],
	])('refuses %s', (_, operations) => {
		expect(() => jsonPatch({a: 1, l: []}, operations)).toThrow(/rejected our request|cannot unmarshal/);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});
});
