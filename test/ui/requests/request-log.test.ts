import {expect, test} from 'vitest';
import {requestLog} from '../../../src/ui/open/request.ts';
import {NOON} from '../../support/rows.ts';
import {seen} from '../../support/traffic.ts';

const SERVICE = {kind: 'deployment', namespace: 'shop', name: 'api', uid: 'uid-api'};

test('a request without an id is looked for in the log of its container', () => {
	const request = seen('GET /', {durationMs: 1200}, {at: NOON - 30_000, previous: true});
	expect(requestLog(request, SERVICE, NOON)).toEqual({
		selection: {
			of: [{kind: 'pod', namespace: 'shop', name: 'api-7f9c5d-x2xkq', uid: 'uid-x2xkq'}],
			container: 'app',
			previous: true,
			range: {key: '', title: 'around it', sinceMs: 91_200, lines: undefined},
		},
		filter: '',
	});
});

test('one with an id in those of all pods of the service', () => {
	const {selection, filter} = requestLog(seen('GET /', {id: '8f3c', durationMs: undefined}), SERVICE, NOON - 5000);
	expect([selection.of, selection.container, selection.range.sinceMs, filter]).toEqual([
		[SERVICE],
		undefined,
		60_000,
		'8f3c',
	]);
});
