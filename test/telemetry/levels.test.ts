import {describe, expect, test} from 'vitest';
import {namedDurationMs} from '../../src/telemetry/line/duration.ts';
import {
	levelOf,
	levelOfPino,
	levelOfPython,
	levelOfSeverityNumber,
	levelOfStatus,
	levelOfSyslog,
	worse,
} from '../../src/telemetry/line/levels.ts';

test('words mean levels, in any case', () => {
	const said = [
		'NOISE',
		'debug5',
		'Success',
		'notice',
		'WARNING',
		'warn',
		'Severe',
		'dpanic',
		'CRITICAL',
		'emerg',
		'ERROR+2',
	];
	expect(said.map(levelOf)).toEqual([
		...['trace', 'debug', 'info', 'info', 'warn', 'warn', 'error', 'error', 'fatal', 'fatal', 'error'],
	]);
	expect(['', 'hello', 'constructor', '__proto__'].map(levelOf)).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

test('numbers mean levels, to each producer others', () => {
	expect([10, 20, 30, 40, 50, 60, 35, -1, 1e9].map(levelOfPino)).toEqual([
		...['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'info', 'trace', 'fatal'],
	]);
	expect([5, 10, 20, 25, 30, 40, 50].map(levelOfPython)).toEqual([
		...['trace', 'debug', 'info', 'info', 'warn', 'error', 'fatal'],
	]);
	expect([1, 5, 9, 12, 13, 17, 21, 24].map(levelOfSeverityNumber)).toEqual([
		...['trace', 'debug', 'info', 'info', 'warn', 'error', 'fatal', 'fatal'],
	]);
	expect([0, 2, 3, 4, 5, 6, 7].map(levelOfSyslog)).toEqual([
		'fatal',
		'fatal',
		'error',
		'warn',
		'info',
		'info',
		'debug',
	]);
});

test('a client that went away is no server error', () => {
	expect([0, 200, 302, 404, 499, 500, 599].map(levelOfStatus)).toEqual([
		...['info', 'info', 'info', 'warn', 'warn', 'error', 'error'],
	]);
	expect([worse('info', 'error'), worse('fatal', 'error'), worse(undefined, 'info')]).toEqual([
		'error',
		'fatal',
		'info',
	]);
});

describe('a duration', () => {
	test.each([
		['850µs', 0.85],
		['850μs', 0.85],
		['12ns', 0.000_012],
		['1.2ms', 1.2],
		['2.5s', 2500],
		['1m2s', 62_000],
		['1h1m1s', 3_661_000],
		['12 ms', 12],
		['0.5 seconds', 500],
		['PT1.2S', 1200],
		['PT1M', 60_000],
		['12', undefined],
		['ms', undefined],
		['PT', undefined],
		['1s later', undefined],
	])('%s', (text, ms) => {
		expect(namedDurationMs(text)).toBe(ms);
	});
});
