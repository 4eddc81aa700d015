import {describe, expect, test} from 'vitest';
import {formatCpu, formatMemory, parseQuantity, percent} from '../../src/model/quantity.ts';

describe('a quantity', () => {
	test.each<[unknown, number | undefined]>([
		['250m', 0.25],
		['41m', 0.041],
		['512Mi', 536_870_912],
		['1.5', 1.5],
		['123456789n', 0.123456789],
		['15u', 0.000015],
		['1e3', 1000],
		['1E3', 1000],
		['1E', 1e18],
		['1Ei', 2 ** 60],
		['.5Gi', 536_870_912],
		['5.', 5],
		['+3k', 3000],
		['-2Ki', -2048],
		['128974848', 128_974_848],
		['129e6', 129_000_000],
		['129M', 129_000_000],
		['123Mi', 128_974_848],
		['24479292Ki', 25_066_795_008],
		['1e-3', 0.001],
		['512m', 0.512],
		['0', 0],
		[2, 2],
		['5K', undefined],
		['5mi', undefined],
		['5 Mi', undefined],
		['Mi', undefined],
		['', undefined],
		['1e', undefined],
		['0x10', undefined],
		['1e999', undefined],
		['9'.repeat(65), undefined],
		[NaN, undefined],
		[null, undefined],
		[undefined, undefined],
		[{}, undefined],
	])('%j is %d', (text, expected) => {
		expect(parseQuantity(text)).toBe(expected);
	});
});

describe('cores are written short', () => {
	test.each([
		[0, '0m'],
		[0.000_000_5, '1m'],
		[0.041, '41m'],
		[0.0411, '42m'],
		[0.25, '250m'],
		[0.9999, '1'],
		[1, '1'],
		[1.5, '1.5'],
		[9.96, '10'],
		[12.4, '12'],
	])('%d is %s', (cores, expected) => {
		expect(formatCpu(cores)).toBe(expected);
	});
});

describe('bytes are written short', () => {
	test.each([
		[0, '0'],
		[0.512, '0.512B'],
		[512, '512B'],
		[1023.6, '1Ki'],
		[64 * 1024, '64Ki'],
		[240 * 2 ** 20, '240Mi'],
		[1023.4 * 2 ** 20, '1023Mi'],
		[1023.6 * 2 ** 20, '1Gi'],
		[1.5 * 2 ** 30, '1.5Gi'],
		[16 * 2 ** 30, '16Gi'],
		[3 * 2 ** 40, '3Ti'],
		[5000 * 2 ** 60, '5000Ei'],
	])('%d is %s', (bytes, expected) => {
		expect(formatMemory(bytes)).toBe(expected);
	});
});

test('a share is known when both sides are', () => {
	expect([
		percent(240, 256),
		percent(3, 2),
		percent(0, 5),
		percent(undefined, 5),
		percent(5, undefined),
		percent(5, 0),
	]).toEqual([94, 150, 0, undefined, undefined, undefined]);
});
