import {describe, expect, test} from 'vitest';
import {strip} from '../../src/services/strip.ts';
import type {Moment} from '../../src/services/timeline.ts';
import {MINUTE, NOON, SECOND} from '../support/rows.ts';

const FROM = NOON - 15 * MINUTE;

function moment(kind: Moment['kind'], secondsAgo: number, label: string = kind, count = 1): Moment {
	return {at: NOON - secondsAgo * SECOND, kind, workloadUid: 'api', label, count};
}

const GLYPHS = {rollout: '▲', finding: '✖', restart: '●', warning: '!', scale: '⇅'} as const;

/** As a pane would paint it. */
function painted(moments: readonly Moment[], cells: number): string {
	const {cells: painting, ticks, labels} = strip(moments, FROM, NOON, cells);
	const line: string[] = painting.map(({kind}) => (kind === undefined ? '─' : GLYPHS[kind]));
	for (const {cell, at} of ticks) line.splice(cell, 7, ...` ${new Date(at).toISOString().slice(11, 16)} `);
	for (const {cell, text} of labels) line.splice(cell, text.length, ...text);
	return line.join('');
}

const crashes = [500, 480, 470, 430, 420, 415, 400].map(ago => moment('restart', ago));

describe('a strip', () => {
	test.each<[says: string, moments: readonly Moment[], cells: number, line: string]>([
		[
			'of a quiet time is a line with times',
			[],
			60,
			'───────────────── 11:50 ───────────── 11:55 ────────────────',
		],
		[
			'shows a rollout beside its label, and the restarts that follow',
			[moment('rollout', 560, 'rev 42'), ...crashes],
			90,
			'─────────────── 11:48 ──────rev 42▲─────●─●●───●●─● 11:54 ─────────── 11:57 ──────────────',
		],
		[
			'shows what was found over what shows it',
			[moment('restart', 400), moment('finding', 400), moment('warning', 400)],
			60,
			'───────────────── 11:50 ─────────✖─── 11:55 ────────────────',
		],
		[
			'puts the label on the right where there is room',
			[moment('rollout', 300, 'rev 42')],
			45,
			'──────────── 11:50 ───────────▲rev 42────────',
		],
		[
			'hides no moment behind a label, and no time behind another',
			[
				moment('warning', 450),
				moment('scale', 420, '3→5'),
				moment('warning', 400),
				moment('rollout', 300, 'rev 42'),
			],
			45,
			'──────────── 11:50 ───!─⇅!────▲rev 42────────',
		],
		[
			'shows the rollout of a cell rather than what it caused, and a restart rather than a warning',
			[
				moment('warning', 300),
				moment('restart', 300),
				moment('rollout', 299, 'rev 42'),
				moment('warning', 30),
				moment('restart', 29),
			],
			20,
			'───────rev 42▲─────●',
		],
		[
			'leaves out a label that would hide a moment',
			[moment('rollout', 300, 'rev 42'), moment('rollout', 240, 'rev 43'), moment('rollout', 220, 'rev 44')],
			45,
			'──────────── 11:50 ─────rev 42▲──▲▲rev 44────',
		],
		[
			'puts no label over another, and no time over a label',
			[moment('rollout', 200, 'rev 42'), moment('rollout', 60, 'rev 43')],
			45,
			'──────────── 11:50 ──────────rev 42▲rev 43▲──',
		],
		[
			'has no room for words when it is narrow',
			[moment('rollout', 300, 'rev 42'), moment('restart', 1)],
			6,
			'────▲●',
		],
		[
			'leaves out what is outside of its time',
			[moment('restart', 0), moment('restart', 901), moment('restart', 900)],
			5,
			'●────',
		],
		['of no cells is nothing', [moment('restart', 1)], 0, ''],
	])('%s', (_, moments, cells, line) => {
		expect(painted(moments, cells)).toBe(line);
	});

	test('counts in each cell what it shows, and keeps the rest', () => {
		const moments = [
			moment('warning', 700),
			moment('restart', 690, 'exit 3', 2),
			moment('restart', 680, 'OOMKilled'),
		];
		expect(strip(moments, FROM, NOON, 3)).toEqual({
			cells: [
				{kind: 'restart', count: 3, moments},
				{kind: undefined, count: 0, moments: []},
				{kind: undefined, count: 0, moments: []},
			],
			labels: [],
			ticks: [],
		});
	});

	test('of no time is nothing', () => {
		expect(strip([moment('restart', 0)], NOON, NOON, 10)).toEqual({cells: [], labels: [], ticks: []});
	});
});
