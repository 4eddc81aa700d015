import {describe, expect, test} from 'vitest';
import type {LogSource, TailState} from '../../../src/model/log.ts';
import type {LogStream, LogView} from '../../../src/session/logs/contract.ts';
import {formatDuration, parseDuration} from '../../../src/ui/log/duration.ts';
import {NO_LOG_FILTER, parseLogFilter} from '../../../src/ui/log/filter.ts';
import {createHappenings} from '../../../src/ui/log/happenings.ts';
import {shortNames} from '../../../src/ui/log/short-names.ts';
import {podWords, streamNotes} from '../../../src/ui/log/streams.ts';
import {stampOf} from '../../../src/ui/log/text.ts';
import {whyEmpty} from '../../../src/ui/log/why-empty.ts';
import {NOON} from '../../support/rows.ts';
import {logRecord, logSource, logViewOf, selectionOf, streamOf} from '../../support/log-records.ts';

test.each<readonly [pods: readonly string[], short: readonly string[]]>([
	[['api-7f9c5d8b4f-x2xkq'], ['x2xkq']],
	[
		['api-7f9c5d8b4f-x2xkq', 'api-66b8f7c9d5-9kq2d'],
		['x2xkq', '9kq2d'],
	],
	[
		['api-7f9c5d8b4f-x2xkq', 'worker-66b8f7c9d5-9kq2d'],
		['api-x2xkq', 'worker-9kq2d'],
	],
	[
		['api-7f9c5d8b4f-x2xkq', 'api-66b8f7c9d5-x2xkq'],
		['7f9c5d8b4f-x2xkq', '66b8f7c9d5-x2xkq'],
	],
	[
		['postgres-0', 'postgres-1'],
		['postgres-0', 'postgres-1'],
	],
	[
		['agent-x2xkq', 'agent-9kq2d'],
		['x2xkq', '9kq2d'],
	],
	[['debug'], ['debug']],
	[
		['a-0', 'a-0', ''],
		['a-0', ''],
	],
])('pods %j are called %j', (pods, short) => {
	expect([...shortNames(pods).values()]).toEqual(short);
});

test.each([
	[0, '0ms'],
	[0.44, '0.4ms'],
	[182.4, '182ms'],
	[999.4, '999ms'],
	[999.6, '1.00s'],
	[1230, '1.23s'],
	[9996, '10.0s'],
	[30_000, '30.0s'],
	[59_960, '1m00s'],
	[125_000, '2m05s'],
	[5_999_000, '99m59s'],
	[6_000_000, '1h'],
	[Number.NaN, '–'],
	[-1, '–'],
])('%d ms are %s', (durationMs, text) => {
	expect(formatDuration(durationMs)).toBe(text);
	expect(text.length).toBeLessThanOrEqual(6);
});

test.each([
	['500ms', 500],
	['1.5s', 1500],
	['2m', 120_000],
	['1h', 3_600_000],
	['250us', 0.25],
	['7', 7],
	['', undefined],
	['s', undefined],
	['1e9s', undefined],
	['-1s', undefined],
])('%s is %s ms', (text, durationMs) => {
	expect(parseDuration(text)).toBe(durationMs);
});

test('times of any year have a text', () => {
	expect([0, 4_102_444_800_000, 1e300, Number.NaN].map(stampOf)).toEqual([
		'1970-01-01T00:00:00.000Z',
		'2100-01-01T00:00:00.000Z',
		'–',
		'–',
	]);
});

const pod = (name: string, fields: Partial<LogSource> = {}): LogSource => logSource(`api-7f9c5d-${name}`, fields);
const inState = (name: string, state: TailState): LogStream => streamOf(pod(name), {state});
const waiting = (name: string, because: string): LogStream => inState(name, {phase: 'waiting', because, nextTryAt: 0});
const forbidden: TailState = {phase: 'forbidden', permission: 'get pods/log in shop'};

describe('streams', () => {
	test('are counted by pod and revision', () => {
		const old = streamOf(pod('c', {revision: 'rev 41'}));
		const streams = [
			streamOf(pod('a')),
			streamOf(pod('a', {container: 'proxy', key: 'x'})),
			streamOf(pod('b')),
			old,
		];
		expect(podWords(streams)).toBe('3 pods  rev 42:2 41:1');
		expect(podWords([streamOf(pod('a'))])).toBe('1 pod');
		expect(podWords([...streams.slice(0, 3), {...old, gone: true}])).toBe('2 pods  1 gone');
		expect(podWords([])).toBe('0 pods');
	});

	test('say what keeps them from flowing', () => {
		const streams = [
			inState('a', {phase: 'following'}),
			waiting('b', 'container "app" in pod "api-7f9c5d-b" is waiting to start: ContainerCreating'),
			waiting('c', 'socket hang up'),
			inState('d', {phase: 'queued'}),
			inState('e', forbidden),
			inState('f', forbidden),
			inState('g', {phase: 'ended', because: ''}),
		];
		expect(streamNotes(streams).map(({text}) => text)).toEqual([
			'! no right to get pods/log in shop',
			'! 1 stream reconnecting',
			'1 waits to start: ContainerCreating',
			'1 of 7 wait for their turn',
		]);
		expect(streamNotes([streamOf()])).toEqual([]);
	});
});

describe('a log without lines says why', () => {
	const of = (view: LogView | undefined, fields: Partial<Parameters<typeof whyEmpty>[0]> = {}): string =>
		whyEmpty({view, filter: NO_LOG_FILTER, hidden: 0, busy: false, cleared: false, ...fields});
	const withStreams = (...streams: readonly LogStream[]): LogView => logViewOf([], {streams});
	const all = {key: '1', title: 'all', sinceMs: undefined, lines: undefined};

	test.each<readonly [why: string, says: string]>([
		[of(undefined), 'opening the logs'],
		[of(withStreams()), 'api has no pods whose logs could be read'],
		[of(withStreams(inState('a', {phase: 'opening'}))), 'opening the logs'],
		[of(withStreams(inState('a', forbidden))), 'no right to get pods/log in shop'],
		[of(withStreams(waiting('a', 'x is waiting to start: PodInitializing'))), '1 waits to start: PodInitializing'],
		[of(withStreams(streamOf())), 'nothing was logged in the last 5m: 0 shows the last lines there are'],
		[of(logViewOf([], {streams: [streamOf()], selection: selectionOf({range: all})})), 'nothing was logged yet'],
		[
			of(logViewOf([], {streams: [streamOf()], selection: selectionOf({previous: true})})),
			'the run before has left no lines',
		],
		[of(withStreams(streamOf()), {cleared: true}), 'cleared: what comes from now on is shown here'],
		[
			of(withStreams(streamOf()), {filter: parseLogFilter('x', () => undefined), hidden: 7}),
			'nothing matches /x (7 lines hidden: esc shows them)',
		],
		[of(withStreams(streamOf()), {hidden: 7, busy: true}), 'searching'],
	])('%s', (why, says) => {
		expect(why).toBe(says);
	});
});

test('pods that join, end and are gone are told once, where it happened', () => {
	const happenings = createHappenings();
	const nameOf = (name: string): string => name.slice(-1);
	const [first, second] = [streamOf(pod('a')), streamOf(pod('b'))];
	const told = (
		streams: readonly LogStream[],
		lines: Parameters<typeof happenings.take>[1] = [],
	): readonly unknown[] =>
		happenings
			.take(streams, lines, NOON + 500, nameOf)
			.map(({at, seq, rule}) => [at, seq < 1000 ? seq : 'last', rule]);
	expect(told([first], [logRecord(1, 'x', {source: first.source})])).toEqual([]);
	expect(told([first, second])).toEqual([]);
	expect(
		told([first, second], [logRecord(7, 'x', {source: first.source}), logRecord(8, 'y', {source: second.source})]),
	).toEqual([[NOON + 8, 7.5, 'b started, rev 42']]);
	expect(told([first, second], [logRecord(9, 'y', {source: second.source})])).toEqual([]);
	const ended: LogStream = {...first, state: {phase: 'ended', because: 'Completed'}};
	expect(told([ended, second])).toEqual([[NOON + 500, 'last', 'a app ended: Completed']]);
	expect(told([ended, {...second, gone: true}])).toEqual([[NOON + 500, 'last', 'b is gone']]);
	expect(told([ended, {...second, gone: true}])).toEqual([]);
});
