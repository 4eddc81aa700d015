import {expect, test} from 'vitest';
import type {Fault, ReflectorState} from '../../src/model/connection.ts';
import {summarizeConnection} from '../../src/session/connection.ts';
import type {Collection} from '../../src/store/collection.ts';

const of = (kind: string, state: ReflectorState, complete = false): Collection => ({
	kind,
	rows: new Map(),
	complete,
	state,
	problems: [],
});
const listing = (received: number, expected?: number): ReflectorState => ({
	phase: 'listing',
	received,
	expected,
	since: 0,
});
const watching: ReflectorState = {phase: 'watching', resourceVersion: '1', since: 0};
const waiting = (because: Fault, since: number, nextTryAt: number): ReflectorState => ({
	phase: 'waiting',
	because,
	since,
	nextTryAt,
});
const refused: Fault = {kind: 'refused', message: 'nothing listens on 127.0.0.1:6443'};
const forbidden: Fault = {kind: 'forbidden', message: 'forbidden', permission: 'list nodes'};

const CASES: readonly [string, readonly Collection[], Partial<ReturnType<typeof summarizeConnection>>][] = [
	['nothing was asked yet', [of('pod', {phase: 'stopped'})], {phase: 'connecting'}],
	['asked, and nothing came', [of('pod', listing(0)), of('node', {phase: 'stopped'})], {phase: 'connecting'}],
	[
		'rows come in',
		[of('pod', listing(500, 10_000)), of('node', listing(3))],
		{phase: 'listing', received: 503, expected: 10_000},
	],
	[
		'one kind has answered, another one has not',
		[of('pod', watching, true), of('node', {phase: 'stopped'})],
		{phase: 'listing', received: 0},
	],
	[
		'a kind may not be read, and no other has answered',
		[of('pod', {phase: 'stopped'}), of('node', waiting(forbidden, 5, 9))],
		{phase: 'connecting', forbidden: ['list nodes']},
	],
	[
		'everything is watched',
		[of('pod', watching, true), of('node', watching, true)],
		{phase: 'live', forbidden: [], unserved: []},
	],
	[
		'a kind may not be read',
		[of('pod', watching, true), of('node', waiting(forbidden, 5, 9))],
		{phase: 'live', forbidden: ['list nodes']},
	],
	[
		'a kind is not served',
		[of('pod', watching, true), of('hpa', waiting({kind: 'missing', message: ''}, 5, 9))],
		{phase: 'live', unserved: ['hpa']},
	],
	[
		'the trouble that began first speaks, with the next try of all',
		[of('pod', waiting(refused, 20, 90)), of('node', waiting(refused, 10, 95)), of('event', watching)],
		{phase: 'trouble', fault: refused, since: 10, nextTryAt: 90},
	],
];

test.each(CASES)('%s', (_name, collections, expected) => {
	expect(summarizeConnection(collections, undefined)).toMatchObject(expected);
});

test('a silent server is trouble though all watches are open', () => {
	const fault: Fault = {kind: 'timeout', message: 'no answer'};
	const probe = {fault, since: 3, nextTryAt: 8};
	expect(summarizeConnection([of('pod', watching, true)], probe)).toMatchObject({phase: 'trouble', ...probe});
});

test('one that the watches have noticed too began when it was noticed first', () => {
	const probe = {fault: {kind: 'timeout', message: 'no answer'} as const, since: 3, nextTryAt: 8};
	const watches = [of('pod', waiting(refused, 20, 90))];
	expect(summarizeConnection(watches, probe)).toMatchObject({phase: 'trouble', fault: refused, since: 3});
	expect(summarizeConnection(watches, {...probe, since: 25})).toMatchObject({since: 20});
});
