import {describe, expect, test} from 'vitest';
import {
	crashing,
	deployment,
	event,
	exit,
	hpa,
	MINUTE,
	NOON,
	pod,
	replicaset,
	SECOND,
	statefulset,
} from '../support/rows.ts';
import {createFeed, type Feed} from './feed.ts';
import {oldA, podOf, revisions, rs1, rs2} from './scene.ts';

const FROM = NOON - 15 * MINUTE;
const TO = NOON + 15 * MINUTE;

/** `+60 rollout rev 2`: seconds after noon, kind, label. */
function told({join}: Feed, scope?: string): readonly string[] {
	return join
		.moments(scope, FROM, TO)
		.map(({at, kind, label, count}) => `${(at - NOON) / SECOND} ${kind} ${label} ×${count}`);
}

describe('the moments of a workload', () => {
	test('are its new revisions, but not its first', () => {
		const feed = createFeed();
		feed.put([rs1, {...rs2, createdAt: NOON - MINUTE}]);
		feed.put([deployment()]);
		feed.put([statefulset(), ...revisions]);
		expect(told(feed)).toEqual(['-60 rollout rev 2 ×1', '0 rollout rev 2 ×1']);
		expect(told(feed, statefulset().uid)).toEqual(['0 rollout rev 2 ×1']);
	});

	test('are not the revisions that were restored together with it', () => {
		const feed = createFeed();
		feed.put([deployment({createdAt: NOON}), rs2]);
		expect(told(feed)).toEqual([]);
	});

	test('are not the revision that it begins with', () => {
		const feed = createFeed();
		feed.put([deployment({createdAt: NOON}), replicaset({createdAt: NOON + SECOND})]);
		expect(told(feed)).toEqual([]);
	});

	test('are not the revisions of yesterday', () => {
		const feed = createFeed();
		feed.put([deployment(), replicaset({revision: 7})]);
		expect(told(feed)).toEqual([]);
	});

	test('are an old revision that is rolled back to, once', () => {
		const feed = createFeed();
		feed.put([deployment(), rs1]);
		feed.put([replicaset({revision: 3})], NOON + MINUTE);
		feed.put([replicaset({revision: 3, ready: 3})], NOON + 2 * MINUTE);
		expect(told(feed)).toEqual(['60 rollout rev 3 ×1']);
	});

	test('are restarts of its pods', () => {
		const feed = createFeed();
		const bad = podOf('rs1', 'b', {containers: [crashing({restarts: 3})], createdAt: NOON - MINUTE});
		const stranger = pod({
			name: 'alone',
			containers: [crashing({lastExit: exit({finishedAt: NOON - 20 * SECOND})})],
		});
		feed.put([deployment(), rs1, bad, stranger]);
		expect(told(feed, deployment().uid)).toEqual(['-10 restart exit 3 ×3']);
		expect(told(feed)).toEqual(['-20 restart exit 3 ×1', '-10 restart exit 3 ×3']);
	});

	test('are warnings about it and what it owns, whoever comes first and however long they live', () => {
		const feed = createFeed();
		feed.put([event(oldA), event(rs1, {reason: 'FailedCreate'}), event(pod({name: 'alone'}))]);
		expect(told(feed)).toEqual([]);
		feed.put([deployment(), rs1, oldA]);
		feed.drop([oldA]);
		feed.put([event(oldA, {uid: 'late', type: 'Normal'}), event(deployment(), {reason: 'Old', lastAt: FROM - 1})]);
		expect(told(feed)).toEqual(['-60 warning BackOff ×1', '-60 warning FailedCreate ×1']);
	});

	test('are each time that a repeated warning was seen', () => {
		const feed = createFeed();
		feed.put([deployment(), event(deployment())]);
		feed.put([event(deployment(), {count: 17, lastAt: NOON})]);
		feed.put([event(deployment(), {count: 17, lastAt: NOON})]);
		expect(told(feed)).toEqual(['-60 warning BackOff ×1', '0 warning BackOff ×1']);
	});

	test('are changes of scale that we saw, and those that an autoscaler tells of', () => {
		const feed = createFeed();
		const rescaled = {type: 'Normal', reason: 'SuccessfulRescale'};
		const before = event(hpa(), {
			...rescaled,
			name: 'before',
			message: 'New size: 3; reason: All metrics below target',
		});
		feed.put([before, hpa(), deployment()]);
		feed.put([deployment({wanted: 5})], NOON + MINUTE);
		feed.put(
			[event(hpa(), {...rescaled, message: 'New size: 5; reason: cpu', lastAt: NOON + 58 * SECOND})],
			NOON + MINUTE,
		);
		feed.put([deployment({wanted: 5, ready: 5})], NOON + 2 * MINUTE);
		expect(told(feed)).toEqual(['-60 scale →3 ×1', '60 scale 3→5 ×1']);
	});

	test('are cut to the time that is asked for', () => {
		const feed = createFeed();
		feed.put([
			deployment(),
			event(deployment(), {lastAt: NOON}),
			event(deployment(), {uid: 'next', lastAt: NOON + SECOND}),
		]);
		const at = (from: number, to: number) => feed.join.moments(undefined, from, to).map(moment => moment.at - NOON);
		expect([at(NOON, NOON), at(NOON, NOON + SECOND), at(NOON + 1, TO)]).toEqual([[], [0], [SECOND]]);
	});

	test('are forgotten after fifteen minutes', () => {
		const feed = createFeed();
		feed.put([deployment(), event(deployment()), podOf('rs1', 'b', {containers: [crashing()]}), rs2]);
		feed.put([deployment({wanted: 4})]);
		expect(told(feed)).toHaveLength(4);
		feed.wait(NOON + 15 * MINUTE + 1);
		expect(told(feed)).toEqual([]);
	});
});

test('a flood of warnings is bounded and drowns nothing else', () => {
	const feed = createFeed();
	const flood = Array.from({length: 5000}, (_, index) =>
		event(deployment(), {uid: `event-${index}`, reason: `R${index}`}),
	);
	feed.put([deployment(), rs2]);
	feed.put(flood);
	expect([told(feed).length, told(feed).at(-2), told(feed).at(-1)]).toEqual([
		1001,
		'-60 warning R4999 ×1',
		'0 rollout rev 2 ×1',
	]);
});
