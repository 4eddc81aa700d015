import {describe, expect, test} from 'vitest';
import pod from '../../../src/kinds/entries/pod/index.ts';
import {BOLD, DIM, INVERSE, UNDERLINE, type Line} from '../../../src/terminal/line.ts';
import {width as cellsOf} from '../../../src/terminal/width.ts';
import {NO_FILTER, parseFilter} from '../../../src/ui/filter/filter.ts';
import {createOrder} from '../../../src/ui/table/order.ts';
import {createTablePainter, type TablePicture} from '../../../src/ui/table/paint.ts';
import {INITIAL_TABLE, reduceTable} from '../../../src/ui/table/state.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import type {PodRow} from '../../../src/model/pod.ts';
import {expectFrame} from '../../support/frames.ts';
import {podFacts, pods} from './pods.ts';
import {facts, picture, shape, ship, textOf, type Ship} from './tables.ts';

const theme = createTheme({colors: true});

function podPicture(change: Partial<TablePicture<PodRow>>): TablePicture<PodRow> {
	const order = createOrder({...pod, worstFirst: true});
	order.replace(pods, podFacts);
	const state = {...INITIAL_TABLE, height: 12};
	const base = {order, state, facts: podFacts, width: 80, sort: undefined, filter: NO_FILTER, wide: false};
	return {...base, hidden: new Set(['namespace']), titles: true, focused: true, stale: false, ...change};
}

describe('pods on screens of all sizes', () => {
	test.each([
		['200 wide', {width: 200}],
		['200 wide with wide columns and namespaces', {width: 200, wide: true, hidden: new Set<string>()}],
		['120 wide sorted by restarts', {width: 120, sort: {column: 'restarts', descending: true}}],
		['80 wide', {width: 80}],
		['80 wide filtered', {width: 80, filter: parseFilter('api')}],
		['60 wide', {width: 60}],
		['40 wide', {width: 40}],
		['20 wide', {width: 20}],
		['8 wide', {width: 8}],
		['1 wide', {width: 1}],
	] satisfies [string, Partial<TablePicture<PodRow>>][])('%s', (name, change) => {
		const asked = podPicture(change);
		asked.order.arrange({filter: asked.filter, faultsOnly: false, sort: asked.sort}, podFacts);
		const lines = createTablePainter({...pod, worstFirst: true}, theme).paint(asked);
		expect(lines.filter(line => cellsOf(textOf(line)) > asked.width)).toEqual([]);
		expectFrame(`table/pods ${name}`, lines.map(textOf));
	});
});

test('what does not fit is told in short, and found by the whole', () => {
	const filter = parseFilter('ContainerCreating');
	const told = [60, 80].map(width => {
		const shown = podPicture({width, filter});
		shown.order.arrange({filter, faultsOnly: false, sort: undefined}, podFacts);
		const lines = createTablePainter({...pod, worstFirst: true}, theme).paint(shown);
		return lines.slice(1).map(line => /\d\/\d (\S+)/.exec(textOf(line))?.[1]);
	});
	expect(told).toEqual([['Creating'], ['ContainerCreating']]);
});

describe('how a row looks', () => {
	const [sick, well] = [ship('sick', {state: 'doomed', status: 'CrashLoop', restarts: 3}), ship('well')];
	const paint = (change: Partial<TablePicture<Ship>>): readonly Line[] =>
		createTablePainter(shape, theme).paint(picture([sick, well], {width: 40, titles: false, ...change}));
	const last = {...INITIAL_TABLE, height: 10, index: 1, cursor: well.uid};

	test('the cursor is one band in the colour of the state, and other rows have colour where it means something', () => {
		expect(paint({})).toEqual([
			[{text: ' ✖▸sick         CrashLoop   3 ip-10… 60s', style: {foreground: 9, flags: INVERSE}}],
			[
				{text: '   well         Running     ', style: undefined},
				{text: '0', style: {flags: DIM}},
				{text: ' ip-10… 60s', style: undefined},
			],
		]);
	});

	test('without the focus the cursor is a sign only', () => {
		expect(paint({focused: false})[0]?.[0]).toEqual({text: ' ', style: undefined});
		expect(textOf(paint({focused: false})[0] ?? [])).toMatch(/^ ✖▸sick/);
	});

	test('a row in trouble that is not selected has a bold red sign and status', () => {
		expect(paint({state: last})[0]?.filter(({style}) => style?.foreground !== undefined)).toEqual([
			{text: '✖', style: {foreground: 9, flags: BOLD}},
			{text: 'CrashLoop', style: {foreground: 9, flags: BOLD}},
		]);
	});

	test('a marked row has a star', () => {
		expect(textOf(paint({state: {...last, marked: new Set([sick.uid])}})[0] ?? [])).toMatch(/^\*✖ sick/);
	});

	test('stale rows are dim in all their parts, and keep their colours', () => {
		const flags = paint({stale: true}).flatMap(line => line.map(({style}) => (style?.flags ?? 0) & DIM));
		expect(new Set(flags)).toEqual(new Set([DIM]));
	});

	test('what the filter found is underlined, but not under the cursor', () => {
		const found = paint({filter: parseFilter('l')}).map(line =>
			line.filter(({style}) => (style?.flags ?? 0) & UNDERLINE),
		);
		expect(found.map(spans => spans.map(({text}) => text))).toEqual([[], ['ll']]);
	});

	test('the title of the sorted column has an arrow', () => {
		const titles = (descending: boolean): string =>
			textOf(paint({titles: true, sort: {column: 'restarts', descending}})[0] ?? []);
		expect([titles(true), titles(false)]).toEqual([
			expect.stringContaining(' RST▼ '),
			expect.stringContaining(' RST▲ '),
		]);
	});

	test('no rows: the titles alone', () => {
		expect(createTablePainter(shape, theme).paint(picture([])).map(textOf)).toEqual([
			'   NAME         STATUS   RST NODE   AGE',
		]);
	});
});

describe('what did not change is the identical line', () => {
	const fleet = Array.from({length: 30}, (_, index) => ship(`ship-${index}`));
	const changedRows = (change: (before: TablePicture<Ship>) => TablePicture<Ship>): readonly number[] => {
		const painter = createTablePainter(shape, theme);
		const before = picture(fleet);
		const first = painter.paint(before);
		return painter.paint(change(before)).flatMap((line, index) => (line === first[index] ? [] : [index]));
	};

	test.each<[string, (before: TablePicture<Ship>) => TablePicture<Ship>, readonly number[]]>([
		['nothing', before => before, []],
		['other facts that say the same', before => ({...before, facts: {...facts}}), []],
		['a row that says the same', before => (before.order.update([ship('ship-3')], [], facts), before), []],
		['one row', before => (before.order.update([ship('ship-3', {status: 'Pending'})], [], facts), before), [4]],
		[
			'a move',
			before => ({...before, state: reduceTable(before.state, {type: 'move', move: 'down'}, before.order)}),
			[1, 2],
		],
		['a mark', before => ({...before, state: {...before.state, marked: new Set(['uid-ship-5'])}}), [6]],
		[
			'a second passes',
			before => ({...before, facts: {...facts, now: facts.now + 1000}}),
			[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		],
		['a tenth of a second passes', before => ({...before, facts: {...facts, now: facts.now + 100}}), []],
		[
			'only a colour',
			before => (before.order.update([ship('ship-3', {labels: {tone: 'accent'}})], [], facts), before),
			[4],
		],
		['a width that changes columns', before => ({...before, width: 30}), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
		['a width that changes no column', before => ({...before, width: 81}), []],
	])('%s', (_, change, rows) => {
		expect(changedRows(change)).toEqual(rows);
	});

	test('columns grow to the longest row of the whole table, and never shrink', () => {
		const painter = createTablePainter(shape, theme);
		const long = ship('a-ship-with-quite-a-long-name');
		const before = picture([...fleet, long]);
		const nameWidth = (): number | undefined => painter.columns().findIndex(({id}) => id === 'status');
		const titles = textOf(painter.paint(before)[0] ?? []);
		expect(titles.indexOf('STATUS')).toBe(3 + long.name.length + 1);
		before.order.update([], [long.uid], facts);
		expect(textOf(painter.paint(before)[0] ?? [])).toBe(titles);
		expect(nameWidth()).toBe(1);
	});
});
