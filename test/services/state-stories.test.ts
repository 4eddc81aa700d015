import {expect, test} from 'vitest';
import type {PodRow} from '../../src/model/pod.ts';
import type {Row} from '../../src/model/row.ts';
import {condition, crashing, deployment, NOON, replicaset, SECOND} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {podOf, rolling, starts, ends, oldA, oldB, oldC, rs2, settled} from './scene.ts';

/** One commit of a story: what arrives or goes, after how many seconds, and what the STATE column says then. */
type Step = readonly [
	says: string,
	after: number,
	put: readonly Row[],
	drop: readonly Row[],
	mark: string,
	state: string,
];

function play(steps: readonly Step[]): readonly string[] {
	const feed = createFeed();
	return steps.map(([says, after, put, drop]) => {
		feed.put(put, NOON + after * SECOND);
		if (drop.length > 0) feed.drop(drop, NOON + after * SECOND);
		const {mark, state} = feed.service();
		return `${says}: ${mark} ${state}`;
	});
}

function expected(steps: readonly Step[]): readonly string[] {
	return steps.map(([says, , , , mark, state]) => `${says}: ${mark} ${state}`);
}

const rollingUpdate: readonly Step[] = [
	['all is well', 0, settled, [], 'healthy', ''],
	['a new image is set', 1, [deployment({observed: false})], [], 'progressing', 'waiting for its controller'],
	[
		'the first new pod is made',
		2,
		[deployment({revision: '2', updated: 1, current: 4, conditions: rolling}), rs2, podOf('rs2', 'a', starts)],
		[],
		'progressing',
		'rolling out rev 2 · 1 of 3',
	],
	['it is ready', 5, [podOf('rs2', 'a')], [], 'progressing', 'rolling out rev 2 · 1 of 3'],
	[
		'the next one takes a place',
		6,
		[
			deployment({revision: '2', updated: 2, current: 4, conditions: rolling}),
			podOf('rs1', 'a', ends),
			podOf('rs2', 'b', starts),
		],
		[],
		'progressing',
		'rolling out rev 2 · 2 of 3',
	],
	['an old one is gone', 8, [], [oldA], 'progressing', 'rolling out rev 2 · 2 of 3'],
	[
		'all new ones are made',
		9,
		[
			deployment({revision: '2', updated: 3, current: 4, available: 3, conditions: rolling}),
			podOf('rs2', 'b'),
			podOf('rs1', 'b', ends),
			podOf('rs2', 'c', starts),
		],
		[],
		'progressing',
		'rolling out rev 2 · 1 old pod left',
	],
	[
		'no old one counts any more',
		11,
		[deployment({revision: '2', updated: 3, available: 2, ready: 2, conditions: rolling}), podOf('rs1', 'c', ends)],
		[oldB],
		'progressing',
		'rolling out rev 2 · 2 of 3 available',
	],
	['the last one is ready', 13, [deployment({revision: '2'}), podOf('rs2', 'c')], [oldC], 'healthy', ''],
];

const broken = (letter: string): PodRow => podOf('rs2', letter, {containers: [crashing()], createdAt: NOON});

const rollback: readonly Step[] = [
	['all is well', 0, settled, [], 'healthy', ''],
	[
		'a bad revision goes out',
		2,
		[deployment({revision: '2', updated: 1, current: 4, conditions: rolling}), rs2, podOf('rs2', 'a', starts)],
		[],
		'progressing',
		'rolling out rev 2 · 1 of 3',
	],
	['its pod crashes', 5, [broken('a')], [], 'struggling', 'new pods do not start: CrashLoopBackOff · rev 2'],
	[
		'it runs once more',
		9,
		[podOf('rs2', 'a', {containers: [crashing({state: 'running', reason: ''})]})],
		[],
		'struggling',
		'new pods do not start: exit 3 · rev 2',
	],
	[
		'the deadline passes',
		620,
		[
			deployment({
				revision: '2',
				updated: 1,
				current: 4,
				conditions: [condition('Progressing', 'False', {reason: 'ProgressDeadlineExceeded'})],
			}),
			broken('a'),
		],
		[],
		'struggling',
		'new pods do not start: CrashLoopBackOff · rev 2',
	],
	['somebody rolls back', 630, [deployment({observed: false})], [], 'progressing', 'waiting for its controller'],
	[
		'the old revision is the newest again',
		631,
		[deployment({revision: '3', updated: 3, current: 4, conditions: rolling}), replicaset({revision: 3})],
		[],
		'progressing',
		'rolling out rev 3 · 1 old pod left',
	],
	[
		'the bad pod ends',
		632,
		[deployment({revision: '3'}), podOf('rs2', 'a', {deletedAt: NOON + 632 * SECOND, containers: [crashing()]})],
		[],
		'healthy',
		'',
	],
	['and is gone', 640, [], [broken('a')], 'healthy', ''],
];

const scaling: readonly Step[] = [
	['all is well', 0, settled, [], 'healthy', ''],
	[
		'more are wanted',
		1,
		[deployment({wanted: 4, current: 4, updated: 4, ready: 3, available: 3}), podOf('rs1', 'd', starts)],
		[],
		'progressing',
		'1 of 4 pods not ready',
	],
	['it is ready', 3, [deployment({wanted: 4}), podOf('rs1', 'd')], [], 'healthy', ''],
	[
		'fewer are wanted',
		5,
		[
			deployment({wanted: 1, current: 1, updated: 1, ready: 1, available: 1}),
			...['b', 'c', 'd'].map(c => podOf('rs1', c, ends)),
		],
		[],
		'healthy',
		'',
	],
	['none is wanted', 9, [deployment({wanted: 0}), podOf('rs1', 'a', ends)], [], 'healthy', 'scaled to 0'],
	[
		'one is wanted, and not made yet',
		10,
		[deployment({wanted: 1, current: 0, updated: 0, ready: 0})],
		[],
		'progressing',
		'0 of 1 pod ready',
	],
];

test.each([
	['a rolling update only ever progresses', rollingUpdate],
	['a rollout whose pods crash struggles until it is rolled back', rollback],
	['a change of scale is no rollout', scaling],
])('%s', (_, steps) => {
	expect(play(steps)).toEqual(expected(steps));
});
