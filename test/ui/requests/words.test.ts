import {expect, test} from 'vitest';
import {FIRST_WINDOW, nextWindow} from '../../../src/ui/requests/window.ts';
import {calmWords, gapWords, rateWords} from '../../../src/ui/requests/words.ts';
import {MINUTE, NOON} from '../../support/rows.ts';
import {about, route, traffic} from '../../support/traffic.ts';

const ROUTES = [route('GET /', about(12, 100), {rate: 41.2})];

test.each([
	['all of it', {}, ''],
	['nearly all of it', {since: NOON - 4.6 * MINUTE}, ''],
	['less', {since: NOON - 2 * MINUTE}, 'only the last 2m were read'],
	['some pods', {coverage: {read: 2, of: 5}}, 'read from 2 of 5 pods'],
	['neither', {coverage: {read: 0, of: 1}, since: NOON}, 'read from 0 of 1 pods · only the last 0s were read'],
])('what numbers leave out that are read from %s', (_, fields, words) => {
	expect(gapWords(traffic(fields), FIRST_WINDOW)).toBe(words);
});

test.each([
	['asked', {routes: ROUTES}, 'no request over 1s in 5m · 41/s from logs · 5xx 0%'],
	[
		'asked, as its ingress says',
		{routes: ROUTES, from: 'ingress'},
		"no request over 1s in 5m · 41/s from the ingress's log · 5xx 0%",
	],
	['not asked', {}, 'no request in 5m, from logs'],
	[
		'partly read',
		{routes: ROUTES, coverage: {read: 1, of: 3}},
		'no request over 1s in 5m · ~41/s from logs · 5xx 0% · read from 1 of 3 pods',
	],
] as const)('where nothing is slow, of a service that is %s', (_, fields, words) => {
	expect(calmWords(traffic(fields), FIRST_WINDOW)).toBe(words);
});

test('a rate of several services is their sum, and scaled up when one is', () => {
	const scaled = traffic({routes: ROUTES, coverage: {read: 1, of: 2}});
	expect([rateWords([traffic({routes: ROUTES}), scaled], FIRST_WINDOW), rateWords([], FIRST_WINDOW)]).toEqual([
		'~82/s',
		'0/s',
	]);
});

test('windows follow each other, and begin anew', () => {
	const second = nextWindow(FIRST_WINDOW);
	const third = nextWindow(second);
	expect([second.title, third.title, nextWindow(third)]).toEqual(['15m', '1m', FIRST_WINDOW]);
});
