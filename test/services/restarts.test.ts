import {describe, expect, test} from 'vitest';
import type {ContainerRow, PodRow} from '../../src/model/pod.ts';
import {
	container,
	crashing,
	deployment,
	exit,
	MINUTE,
	MORNING,
	NOON,
	pod,
	replicaset,
	SECOND,
	statefulset,
} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {member, podOf, rs1} from './scene.ts';

const ago = (ms: number): number => NOON - ms;

/** A container that runs, and how its last run ended. */
function restarted(restarts: number, finishedAt: number, fields: Partial<ContainerRow> = {}): ContainerRow {
	return container({restarts, lastExit: exit({finishedAt}), ...fields});
}

const api = (containers: readonly ContainerRow[], fields: Partial<PodRow> = {}): PodRow =>
	podOf('rs1', 'a', {containers, ...fields});

describe('at the first sight of a pod', () => {
	test.each<[says: string, pod: PodRow, count: number, atLeast: boolean]>([
		['without restarts, none counts', api([container()]), 0, false],
		['all restarts of a young pod count', api([restarted(4, ago(MINUTE))], {createdAt: ago(9 * MINUTE)}), 4, false],
		[
			'they do even when the kubelet forgot how the last run ended',
			api([container({restarts: 2})], {createdAt: ago(9 * MINUTE)}),
			2,
			false,
		],
		['of an old pod the last one counts, when it is in the window', api([restarted(1, ago(9 * MINUTE))]), 1, false],
		['and there may be more when the last run began inside the window', api([restarted(25, ago(MINUTE))]), 1, true],
		[
			'but not when that run began before it',
			api([restarted(25, ago(MINUTE), {lastExit: exit({startedAt: MORNING, finishedAt: ago(MINUTE)})})]),
			1,
			false,
		],
		[
			'and there may be more when nobody says when it began',
			api([restarted(2, ago(MINUTE), {lastExit: exit({startedAt: 0, finishedAt: ago(MINUTE)})})]),
			1,
			true,
		],
		['restarts of weeks ago do not count', api([restarted(25, ago(10 * MINUTE))]), 0, false],
		['nor those of an old pod whose time is not known', api([container({restarts: 3})]), 0, false],
		[
			'a container that ended and was not started again does not count',
			api([container({state: 'terminated', exit: exit()})]),
			0,
			false,
		],
		[
			'an init container that did its work twice does not count',
			api([restarted(1, ago(MINUTE), {role: 'init', lastExit: exit({code: 0, reason: 'Completed'})})]),
			0,
			false,
		],
		['one that failed and was tried again does', api([restarted(1, ago(MINUTE), {role: 'init'})]), 1, false],
		[
			'so does a server that finished by itself',
			api([restarted(1, ago(MINUTE), {lastExit: exit({code: 0, reason: 'Completed'})})]),
			1,
			false,
		],
		[
			'containers add up',
			api([restarted(1, ago(MINUTE)), restarted(1, ago(MINUTE), {name: 'proxy', role: 'sidecar'})]),
			2,
			false,
		],
		['a node whose clock runs ahead changes nothing', api([restarted(1, NOON + MINUTE)]), 1, false],
	])('%s', (_, first, count, atLeast) => {
		const {join, put} = createFeed();
		put([first]);
		expect(join.restartsOf(first, NOON)).toEqual({count, atLeast});
	});
});

describe('while a pod is watched', () => {
	test('each growth of the count is one record, and the same object again is none', () => {
		const {join, put} = createFeed();
		put([api([container()])]);
		put([api([crashing({restarts: 1})])]);
		put([api([crashing({restarts: 1})])], NOON + SECOND);
		put([api([crashing({restarts: 3, lastExit: exit({finishedAt: NOON + 30 * SECOND})})])], NOON + 31 * SECOND);
		expect(join.restartsOf(api([]), NOON + MINUTE)).toEqual({count: 3, atLeast: false});
	});

	test('a count that falls is no restart, and what it grows by from there is', () => {
		const {join, put} = createFeed();
		put([api([container({restarts: 5})])]);
		put([api([container({restarts: 0})])]);
		put([api([restarted(1, NOON)])]);
		expect(join.restartsOf(api([]), NOON).count).toBe(1);
	});

	test('a pod that is lost from sight and found again is not counted twice', () => {
		const {join, put, drop} = createFeed();
		const crashed = api([restarted(1, ago(MINUTE))]);
		put([crashed]);
		drop([crashed]);
		put([{...crashed}]);
		expect(join.restartsOf(crashed, NOON).count).toBe(1);
	});

	test('restarts leave the window after ten minutes', () => {
		const {join, put} = createFeed();
		const crashed = api([restarted(3, ago(5 * MINUTE))]);
		put([crashed]);
		expect(join.restartsOf(crashed, NOON + 5 * MINUTE - 1)).toEqual({count: 1, atLeast: true});
		expect(join.restartsOf(crashed, NOON + 5 * MINUTE)).toEqual({count: 0, atLeast: false});
	});
});

describe('a workload', () => {
	test('has the restarts of pods that were replaced, whose ReplicaSet came late and is gone', () => {
		const {join, put, drop} = createFeed();
		const first = api([restarted(1, ago(2 * MINUTE))]);
		const second = podOf('rs1', 'b', {containers: [restarted(2, ago(MINUTE))], createdAt: ago(3 * MINUTE)});
		put([first]);
		put([rs1, deployment()]);
		put([second]);
		drop([first]);
		drop([rs1]);
		expect(
			[deployment(), rs1, first, second, replicaset({name: 'other'})].map(
				row => join.restartsOf(row, NOON).count,
			),
		).toEqual([3, 3, 1, 2, 0]);
	});

	test('that owns its pods itself counts each restart once', () => {
		const {join, put} = createFeed();
		put([statefulset(), member(0, 'api-1', {containers: [restarted(1, ago(MINUTE))]})]);
		expect(join.restartsOf(statefulset(), NOON).count).toBe(1);
	});

	test('keeps its restarts apart from those of others', () => {
		const {join, put} = createFeed();
		const stranger = pod({name: 'alone', containers: [restarted(1, ago(MINUTE))]});
		put([deployment(), rs1, api([restarted(1, ago(2 * MINUTE))]), stranger]);
		const names = (scope?: string) => join.recentRestarts(scope, NOON).map(({name}) => name);
		expect([names(), names(deployment().uid), names('nobody')]).toEqual([
			['alone', 'api-rs1-a'],
			['api-rs1-a'],
			[],
		]);
	});
});

test('restarts of one container that ended alike are one line, the newest line first', () => {
	const {join, put} = createFeed();
	const limits = {cpu: undefined, memory: 256 * 2 ** 20};
	put([deployment(), rs1, api([container({limits})]), podOf('rs1', 'b')]);
	put([api([crashing({limits, restarts: 1, lastExit: exit({finishedAt: ago(50 * SECOND)})})])]);
	put([
		api([
			crashing({
				limits,
				restarts: 2,
				lastExit: exit({finishedAt: ago(40 * SECOND), code: 137, reason: 'OOMKilled'}),
			}),
		]),
	]);
	put([podOf('rs1', 'b', {containers: [crashing({lastExit: undefined})]})], ago(30 * SECOND));
	put([api([crashing({limits, restarts: 4, lastExit: exit({finishedAt: ago(20 * SECOND)})})])]);
	expect(
		join
			.recentRestarts(undefined, NOON)
			.map(({name, container: of, words, count, at}) => [name, of, words, count, at]),
	).toEqual([
		['api-rs1-a', 'app', 'exit 3 (application startup failed)', 3, ago(20 * SECOND)],
		['api-rs1-b', 'app', 'restarted', 1, ago(30 * SECOND)],
		['api-rs1-a', 'app', 'OOMKilled at 256Mi', 1, ago(40 * SECOND)],
	]);
});

test('a restart never lies in the future, though the clock of its node does', () => {
	const {join, put} = createFeed();
	put([api([restarted(1, NOON + MINUTE)])]);
	expect(join.recentRestarts(undefined, NOON).map(({at}) => at)).toEqual([NOON]);
});

test('at most two thousand restarts are remembered, the newest ones', () => {
	const {join, put} = createFeed();
	const pods = Array.from({length: 2100}, (_, index) =>
		podOf('rs1', String(index), {containers: [restarted(1, ago(MINUTE) + index)]}),
	);
	put([deployment(), rs1, ...pods]);
	expect(join.restartsOf(deployment(), NOON).count).toBe(2000);
	expect([0, 99, 100, 2099].map(index => join.restartsOf(podOf('rs1', String(index)), NOON).count)).toEqual([
		0, 0, 1, 1,
	]);
});
