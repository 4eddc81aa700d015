import {describe, expect, test} from 'vitest';
import type {TailState} from '../../../src/model/log.ts';
import {createCoverage} from '../../../src/session/logs/coverage.ts';
import {createSources} from '../../../src/session/logs/sources.ts';
import {createJoin} from '../../../src/services/join.ts';
import {oldA, oldB, settled} from '../../services/scene.ts';
import {MINUTE, NOON, SECOND} from '../../support/rows.ts';

const RANGE = {key: '', title: '15m', sinceMs: 15 * MINUTE, lines: 1000};
const FOLLOWING: TailState = {phase: 'following'};

function rig() {
	const join = createJoin();
	join.apply(
		settled.map(after => ({before: undefined, after})),
		NOON,
	);
	const sourceOf = createSources();
	const alongside = [oldA, oldB].flatMap(pod =>
		pod.containers.map(container => sourceOf(join, pod, container, false)),
	);
	const coverage = createCoverage(RANGE);
	const look = (
		states: readonly (TailState | undefined)[],
		now = NOON,
		firstLineAt: (key: string) => number | undefined = () => undefined,
	) => {
		coverage.update({
			join,
			now,
			alongside,
			states: new Map(
				alongside.flatMap(({source}, index) => {
					const state = states[index];
					return state === undefined ? [] : [[source.key, state] as const];
				}),
			),
			firstLineAt: ({key}) => firstLineAt(key),
			fallback: () => '',
		});
		const known = coverage.services.get('deployment-api');
		const isRead = coverage.isRead('deployment-api');
		return {...known, isRead, because: coverage.because('deployment-api')};
	};
	return {look, keys: alongside.map(({source}) => source.key)};
}

describe('what is known of the logs of a service', () => {
	test('as soon as one is open, how many of its pods are read, and since when', () => {
		const {look} = rig();
		// Its first lines come before its state is known.
		expect(look([{phase: 'opening'}])).toMatchObject({
			isRead: false,
			since: NOON - 15 * MINUTE,
			because: 'its logs are being opened',
		});
		expect(look([FOLLOWING])).toMatchObject({isRead: true, read: 1, of: 3, since: NOON - 15 * MINUTE, because: ''});
		expect(look([FOLLOWING, FOLLOWING], NOON + SECOND)).toMatchObject({
			read: 2,
			since: NOON + SECOND - 15 * MINUTE,
		});
	});

	test('a log that waits for its turn goes on being read', () => {
		const {look} = rig();
		look([FOLLOWING, FOLLOWING]);
		expect(look([{phase: 'queued'}, FOLLOWING])).toMatchObject({read: 2});
	});

	test('a log that is too long is read from where there was room', () => {
		const {look, keys} = rig();
		expect(look([FOLLOWING, FOLLOWING], NOON, key => (key === keys[0] ? NOON - MINUTE : undefined))).toMatchObject({
			since: NOON - MINUTE,
		});
	});

	test('a right that is missing is named, and so are the words of the API', () => {
		const {look} = rig();
		expect(look([{phase: 'forbidden', permission: 'get pods/log in shop'}])).toMatchObject({
			isRead: false,
			because: 'no right to get pods/log in shop',
		});
		expect(look([{phase: 'waiting', because: 'container "app" is waiting to start', nextTryAt: 0}])).toMatchObject({
			because: 'container "app" is waiting to start',
		});
	});
});
