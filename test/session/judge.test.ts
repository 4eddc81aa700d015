import {expect, test} from 'vitest';
import type {Finding} from '../../src/model/finding.ts';
import type {Row} from '../../src/model/row.ts';
import {createJudge} from '../../src/session/judge.ts';
import {createFeed} from '../services/feed.ts';
import {oldA, oldB, podOf, rolling, rs1, rs2, settled, starts} from '../services/scene.ts';
import {condition, crashing, deployment} from '../support/rows.ts';

const NOTHING_FOUND = {findingsOf: () => []};
const broken = podOf('rs2', 'a', {containers: [crashing()]});
const stuck = [condition('Progressing', 'False', {reason: 'ProgressDeadlineExceeded'})];
const refused = [
	condition('Progressing', 'True', {reason: 'NewReplicaSetAvailable'}),
	condition('ReplicaFailure', 'True'),
];
const half = deployment({revision: '2', updated: 1, current: 4, conditions: rolling});

const CASES: readonly [name: string, rows: readonly Row[], mark: string, state: string][] = [
	['a service that is well', settled, 'healthy', ''],
	['a rollout', [half, rs1, rs2, oldA, oldB, podOf('rs2', 'a', starts)], 'progressing', 'rolling out rev 2 · 1 of 3'],
	['a rollout whose pods crash', [half, rs1, rs2, broken], 'progressing', 'rolling out rev 2 · 1 of 3'],
	['a rollout that is overdue', [{...half, conditions: stuck}, rs2], 'progressing', 'rolling out rev 2 · 1 of 3'],
	[
		'a new pod of a larger scale',
		[deployment({wanted: 3, ready: 2}), rs1, oldA, oldB, podOf('rs1', 'c', starts)],
		'progressing',
		'2 of 3 pods ready',
	],
	[
		'a pod that crashes',
		[deployment({ready: 2}), rs1, oldA, oldB, podOf('rs1', 'c', {containers: [crashing()]})],
		'progressing',
		'2 of 3 pods ready',
	],
	[
		'pods that cannot be created',
		[deployment({wanted: 2, current: 1, ready: 1, conditions: refused}), rs1, oldA],
		'progressing',
		'1 of 2 pods ready',
	],
	['pods that are not seen', [deployment({ready: 1, available: 1})], 'unknown', '1 of 3 pods ready'],
	[
		'one that waits for a person',
		[deployment({revision: '7', paused: true, current: 4, updated: 1})],
		'progressing',
		'paused at rev 7',
	],
	['one at rest', [deployment({wanted: 0})], 'healthy', 'scaled to 0'],
];

test.each(CASES)('without a finding, %s alarms nobody', (_, rows, mark, state) => {
	const feed = createFeed();
	feed.put(rows);
	const [judged] = createJudge()(feed.join.services(), NOTHING_FOUND);
	expect({mark: judged?.mark, state: judged?.state}).toEqual({mark, state});
});

test('a finding speaks for its service, one that only informs does not', () => {
	const feed = createFeed();
	feed.put([half, rs1, rs2, broken]);
	const finding = {
		title: 'New pods exit at start',
		verdict: 'doomed',
		object: {uid: feed.service().uid},
		consequences: [],
	};
	const judge = (verdict: string): string => {
		const findings = [{...finding, verdict}] as unknown as readonly Finding[];
		const [judged] = createJudge()(feed.join.services(), {findingsOf: () => findings});
		return `${judged?.mark}: ${judged?.state}`;
	};
	expect([judge('doomed'), judge('info')]).toEqual([
		'doomed: new pods exit at start',
		'progressing: rolling out rev 2 · 1 of 3',
	]);
});

test('what did not change is the same row and the same list', () => {
	const feed = createFeed();
	feed.put([...settled, rs2]);
	const judge = createJudge();
	const before = judge(feed.join.services(), NOTHING_FOUND);
	expect(judge(feed.join.services(), NOTHING_FOUND)).toBe(before);
	expect(before[0]).toBe(feed.service());
});
