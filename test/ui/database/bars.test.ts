import {describe, expect, test} from 'vitest';
import type {DatabaseState} from '../../../src/services/database/state.ts';
import {asciiFor} from '../../../src/terminal/ascii.ts';
import {width as widthOf} from '../../../src/terminal/width.ts';
import {barLines} from '../../../src/ui/database/bar-lines.ts';
import {type Bar, barsOf, demandOf, fewBars} from '../../../src/ui/database/bars.ts';
import {NO_WHAT_IF} from '../../../src/ui/database/what-if.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {database, share, sourced, user} from '../../support/databases.ts';

const theme = createTheme({colors: false});
const held = (value: number, isPartial = false): Pick<DatabaseState, 'inUse'> => ({
	inUse: {...sourced(value, 'measured', 'postgres_exporter'), isPartial},
});
const barsIn = (state: DatabaseState): readonly Bar[] => barsOf(state, demandOf(state, NO_WHAT_IF));
const painted = (bars: readonly Bar[], width: number): readonly string[] =>
	barLines(bars, {width, theme}).lines.map(line =>
		line
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);

const article = database([user(share())], held(87));

describe('the bars of the article', () => {
	test('at 200 cells, with the sums', () => {
		expect(painted(barsIn(article), 200)).toEqual([
			'now         ██████████████████████░░░  87 of 97  measured',
			'pools full  ████████████████████████▶  125 ✖     declared  5 pods × 1 worker × (15 + 10)',
			'HPA max 10  ████████████████████████▶  250 ✖     declared  5 → 10 pods × 1 worker × (15 + 10)',
			'+ surge 1   ████████████████████████▶  275 ✖     declared  (10 + 1) pods × 1 worker × (15 + 10)',
		]);
	});

	test.each([
		[120, 'now         ██████████████████████░░░  87 of 97  measured'],
		[80, 'now         ████████░░  87 of 97  measured'],
		[60, 'now         ██████████████████████░░░  87 of 97  measured'],
		[40, 'now         ███████░  87 of 97  measured'],
		[36, 'now         87 of 97  measured'],
	])('at %i cells', (width, first) => {
		expect(painted(barsIn(article), width)[0]).toBe(first);
	});

	test.each([200, 120, 80, 60, 40, 20, 3, 0])('no line is wider than %i cells', width => {
		for (const line of painted(barsIn(article), width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
	});

	test('can be told apart in ASCII', () => {
		const ascii = painted(barsIn(article), 60).map(line =>
			[...line].map(character => (/[ -~]/.test(character) ? character : asciiFor(character, 1))).join(''),
		);
		expect(ascii.slice(0, 2)).toEqual([
			'now         @@@@@@@@@@@@@@@@@@@@@@...  87 of 97  measured',
			'pools full  @@@@@@@@@@@@@@@@@@@@@@@@>  125 X     declared',
		]);
	});
});

describe('what a bar says', () => {
	test('nothing is measured: the pools alone, and of how many', () => {
		const state = database([user(share({podsAtMost: undefined, surge: 0, overflow: sourced(10, 'assumed')}))]);
		expect(painted(barsIn(state), 60)).toEqual(['pools full  ████████████████████████▶  ~125 of 97 ✖  assumed']);
	});

	test('not every pod is measured: it is the least', () => {
		expect(painted(barsIn(database([user(undefined)], held(40, true))), 60)).toEqual([
			'now  ██████████░░░░░░░░░░░░░░░  ≥40 of 97  measured',
		]);
	});

	test('the limit is not known: no bar', () => {
		const state = database([user(share({podsAtMost: undefined, surge: 0}))], {allowance: undefined});
		expect(painted(barsIn(state), 80)).toEqual(['pools full  125 of ?  declared  5 pods × 1 worker × (15 + 10)']);
	});

	test('one is seen, one below full is not full, and all of it is not over', () => {
		const cells = (value: number): string | undefined =>
			painted(barsIn(database([user(undefined)], held(value))), 60)[0]?.split('  ')[1];
		expect(cells(1)).toBe(`█${'░'.repeat(24)}`);
		expect(cells(96)).toBe(`${'█'.repeat(24)}░`);
		expect(cells(97)).toBe('█'.repeat(25));
		expect(cells(98)).toBe(`${'█'.repeat(24)}▶`);
		expect(cells(0)).toBe('░'.repeat(25));
	});

	test('services that share a server are named in the sum, and the number of one autoscaler only where there is one', () => {
		const worker = share({name: 'worker', workers: sourced(2), size: sourced(5), overflow: sourced(0), pods: 2});
		const bars = barsIn(database([user(share()), user(worker)]));
		expect(bars.map(({label, sum}) => [label, sum])).toEqual([
			['pools full', 'api 5 × 1 × (15 + 10) + worker 2 × 2 × 5'],
			['HPA max', 'api 5 → 10 × 1 × (15 + 10) + worker 2 → 10 × 2 × 5'],
			['+ surge', 'api (10 + 1) × 1 × (15 + 10) + worker (10 + 1) × 2 × 5'],
		]);
	});

	test('a pool without a limit has no number', () => {
		const endless = share({size: sourced(Infinity, 'measured', 'database/sql'), overflow: sourced(0)});
		expect(barsIn(database([user(endless)])).map(({words}) => words)).toEqual(['no limit', 'no limit']);
		expect(painted(barsIn(database([user(endless)])), 60)[0]).toContain('▶  no limit of 97 ✖');
	});
});

test('where there are few rows the autoscaler says more than full pools, unless nothing scales', () => {
	const labels = (bars: readonly Bar[]): readonly string[] => bars.map(({label}) => label);
	expect(labels(fewBars(barsIn(article), 4))).toHaveLength(4);
	expect(labels(fewBars(barsIn(article), 3))).toEqual(['now', 'HPA max 10', '+ surge 1']);
	expect(labels(fewBars(barsIn(article), 1))).toEqual(['now']);
	const fixed = database([user(share({podsAtMost: undefined, surge: 0}))], held(5));
	expect(labels(fewBars(barsIn(fixed), 1))).toEqual(['now']);
});
