import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/model/connection.ts';
import type {Mark} from '../../../src/model/row.ts';
import type {UsageState} from '../../../src/model/usage.ts';
import type {Connection} from '../../../src/session/connection.ts';
import type {World} from '../../../src/session/world.ts';
import {width} from '../../../src/terminal/width.ts';
import {type HeaderInput, headerLine} from '../../../src/ui/chrome/header.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {NOON, SECOND} from '../../support/rows.ts';

const theme = createTheme({colors: false});
const LIVE: Connection = {
	phase: 'live',
	received: 0,
	expected: undefined,
	fault: undefined,
	since: 0,
	nextTryAt: 0,
	forbidden: [],
	unserved: [],
};

interface Scene {
	readonly connection?: Partial<Connection>;
	readonly marks?: readonly Mark[];
	readonly namespace?: string;
	readonly usage?: UsageState;
	readonly input?: Partial<HeaderInput>;
}

function header(columns: number, scene: Scene = {}): string {
	const {connection, marks = [], namespace = 'shop', usage = {phase: 'starting'}, input} = scene;
	const services = marks.map(mark => ({mark, workload: {ready: 1, wanted: 1}}));
	const world = {
		contextName: 'prod-eu',
		namespace,
		now: NOON,
		services,
		usage: {state: usage},
		connection: {...LIVE, ...connection},
	} as unknown as World;
	const line = headerLine(
		{
			world,
			crumbs: [],
			shown: undefined,
			following: undefined,
			position: '',
			filter: '',
			banner: undefined,
			...input,
		},
		columns,
		theme,
	);
	return line.map(span => span.text).join('');
}

/** Both sides, without the blanks around them. */
function sidesOf(columns: number, scene: Scene): string {
	return header(columns, scene).trim().replaceAll(/ {3,}/g, ' | ');
}

const trouble = (kind: Fault['kind'], message: string): Partial<Connection> => ({
	phase: 'trouble',
	fault: {kind, message},
	since: NOON - 100 * SECOND,
	nextTryAt: NOON + 8 * SECOND,
});

describe('the left says where we are', () => {
	const shown = {count: 1234, of: 1234};
	const deep = {crumbs: ['api pods', 'api-7f9c5d-x2xkq containers'], shown: {count: 2, of: 2}};
	const walked = {
		crumbs: ['pods', 'deployments', 'api pods', 'api-7f9c5d-x2xkq containers'],
		shown: {count: 2, of: 2},
	};
	const marks: readonly Mark[] = ['doomed', 'struggling', 'struggling'];
	test.each<[columns: number, scene: Scene, text: string]>([
		[120, {input: {crumbs: ['pods'], shown}}, 'dogwatch  prod-eu › shop › pods 1,234 | ● live'],
		[80, {input: {crumbs: ['pods'], shown}}, 'prod-eu › shop › pods 1,234 | ● live'],
		[80, {input: {crumbs: ['pods'], shown, following: true}}, 'prod-eu › shop › pods 1,234  following | ● live'],
		[36, {input: {crumbs: ['pods'], shown, following: true}}, 'shop › pods 1,234 | ● live'],
		[60, {input: {crumbs: ['pods'], shown}}, 'shop › pods 1,234 | ● live'],
		[
			60,
			{input: {crumbs: ['pods'], shown: {count: 3, of: 1234}, filter: 'api'}},
			'shop › pods 3 of 1,234  /api | ● live',
		],
		[
			120,
			{input: deep, marks},
			'dogwatch  prod-eu › shop › api pods › api-7f9c5d-x2xkq containers 2 | ✖ 1 doomed  ! 2 struggling  ● live',
		],
		[
			104,
			{input: deep, marks},
			'prod-eu › shop › api pods › api-7f9c5d-x2xkq containers 2 | ✖ 1 doomed  ! 2 struggling  ● live',
		],
		[
			80,
			{input: deep, marks, namespace: ''},
			'prod-eu › all namespaces › … › api-7f9c5d-x2xkq containers 2 | ✖1 !2  ● live',
		],
		[
			120,
			{input: walked, marks, namespace: ''},
			'prod-eu › all namespaces › … › api-7f9c5d-x2xkq containers 2 | ✖ 1 doomed  ! 2 struggling  ● live',
		],
		[
			70,
			{input: walked, marks, namespace: ''},
			'all namespaces › … › api-7f9c5d-x2xkq containers 2 | ✖1 !2  ● live',
		],
		[55, {input: walked, marks, namespace: ''}, 'api-7f9c5d-x2xkq containers 2 | ✖1 !2  ● live'],
		[40, {input: walked, marks, namespace: ''}, 'api-7f9c5d-x2xkq containers 2 | ● live'],
		[30, {input: walked, marks, namespace: ''}, 'api-7f9c5d-x2xkq … 2  ● live'],
		[20, {input: walked, marks, namespace: ''}, 'api-7f9… 2  ● live'],
		[60, {input: {banner: 'SIMULATED calm', crumbs: ['pods'], shown}}, 'SIMULATED calm shop › pods 1,234 | ● live'],
	])('at %i columns %j', (columns, scene, text) => {
		expect(sidesOf(columns, scene)).toBe(text);
	});
});

describe('the home screen says how many services there are', () => {
	const marks: readonly Mark[] = ['doomed', 'struggling', 'healthy'];
	test.each<[columns: number, scene: Scene, text: string]>([
		[80, {marks}, 'prod-eu › shop | ✖ 1 doomed  ! 1 struggling  3 services  ● live'],
		[80, {marks: ['healthy']}, 'prod-eu › shop | 1 service  ● live'],
		[45, {marks}, 'shop | ✖1 !1  3 services  ● live'],
		[25, {marks}, 'shop | ✖1 !1  ● live'],
		[16, {marks}, 'shop | ● live'],
		[80, {}, 'prod-eu › shop | ● live'],
		[80, {marks, input: {crumbs: ['pods']}}, 'prod-eu › shop › pods | ✖ 1 doomed  ! 1 struggling  ● live'],
	])('at %i columns %j', (columns, scene, text) => {
		expect(sidesOf(columns, scene)).toBe(text);
	});
});

describe('the right says whether what is shown is alive', () => {
	const tls = trouble('tls', 'api.example.com:6443 shows a certificate that has expired.');
	const marks: readonly Mark[] = ['doomed', 'healthy'];
	test.each<[columns: number, scene: Scene, text: string]>([
		[80, {connection: {phase: 'connecting'}}, 'prod-eu › shop | ◐ connecting'],
		[
			80,
			{connection: {phase: 'listing', received: 4500, expected: 10_000}},
			'prod-eu › shop | ◐ listing 4,500 of ~10,000',
		],
		[80, {connection: trouble('timeout', 'no answer')}, 'prod-eu › shop | ○ no answer for 100s · retry in 8s'],
		[80, {connection: trouble('refused', 'nothing listens')}, 'prod-eu › shop | ✖ refused for 100s · retry in 8s'],
		[
			80,
			{connection: {...trouble('server', ''), nextTryAt: NOON}},
			'prod-eu › shop | ✖ server error for 100s · trying',
		],
		[
			160,
			{connection: tls, marks},
			'prod-eu › shop | ✖1  ✖ certificate trouble for 100s: api.example.com:6443 shows a certificate that has expired. · retry in 8s',
		],
		[
			120,
			{connection: tls, marks},
			'prod-eu › shop  ✖1  ✖ certificate trouble for 100s: api.example.com:6443 shows a certificate that has e… · retry in 8s',
		],
		[
			100,
			{connection: tls, marks},
			'prod-eu › shop  ✖1  ✖ certificate trouble for 100s: api.example.com:6443 shows a ce… · retry in 8s',
		],
		[80, {connection: tls, marks}, 'prod-eu › shop | ✖1  ✖ certificate trouble for 100s · retry in 8s'],
		[54, {connection: tls, marks}, 'shop | ✖ certificate trouble for 100s · retry in 8s'],
		[
			80,
			{connection: {forbidden: ['list events in shop', 'list nodes']}},
			'prod-eu › shop | ● live · no right to list events in shop and 1 more',
		],
		[
			80,
			{connection: {phase: 'listing', received: 5, forbidden: ['list nodes']}},
			'prod-eu › shop | ◐ listing 5 · no right to list nodes',
		],
		[30, {connection: {forbidden: ['list events in shop']}}, 'shop | ● live'],
		[80, {usage: {phase: 'missing'}}, 'prod-eu › shop | ● live · no metrics API'],
	])('at %i columns %j', (columns, scene, text) => {
		expect(sidesOf(columns, scene)).toBe(text);
	});
});

test('at no width anything is wider than the screen', () => {
	const scenes: readonly Scene[] = [
		{connection: trouble('protocol', '数据库拒绝连接 '.repeat(50)), marks: ['doomed']},
		{
			input: {
				crumbs: ['数据库'.repeat(30)],
				shown: {count: 1, of: 2},
				filter: 'x'.repeat(90),
				banner: 'SIMULATED oom',
			},
		},
	];
	for (let columns = 1; columns <= 250; columns++)
		for (const scene of scenes) expect(width(header(columns, scene))).toBeLessThanOrEqual(columns);
});
