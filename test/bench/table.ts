/** What a table of 10,000 pods costs at 200x50: sorted anew, filtered, changed row by row, painted. Run it with node. */
import type {Facts} from '../../src/kinds/contract.ts';
import pod from '../../src/kinds/entries/pod/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {PodRow} from '../../src/model/pod.ts';
import {NO_FILTER, parseFilter} from '../../src/ui/filter/filter.ts';
import {createOrder} from '../../src/ui/table/order.ts';
import {createTablePainter} from '../../src/ui/table/paint.ts';
import {INITIAL_TABLE, reduceTable} from '../../src/ui/table/state.ts';
import {createTheme} from '../../src/ui/theme/theme.ts';
import {createSeededRandom} from '../support/random.ts';
import {podText} from './pods.ts';

const PODS = 10_000;
const ROUNDS = 200;

const random = createSeededRandom(1);
const intern = createIntern();
const pods = Array.from({length: PODS}, (_, index): PodRow => pod.project(JSON.parse(podText(index, '1')), intern));
const factsAt = (now: number): Facts => ({
	now,
	usageOf: row => ({cpu: (row.name.length % 7) / 10, memory: 1e8, measuredAt: now}),
	restartsOf: row => ({count: row.name.length % 3, atLeast: false}),
	trafficOf: () => undefined,
	connectionsOf: () => undefined,
});
const start = Date.UTC(2026, 10, 24, 12);
let facts = factsAt(start);

const shape = {...pod, worstFirst: true};
const order = createOrder(shape);
const painter = createTablePainter(shape, createTheme({colors: true}));
const everything = {filter: NO_FILTER, faultsOnly: false, sort: undefined};
let state = {...INITIAL_TABLE, height: 48};

/** Some pod, with another number of restarts: it goes elsewhere when restarts sort. */
function changed(): PodRow {
	const index = Math.floor(random() * PODS);
	const before = pods[index];
	if (before === undefined) throw new Error('no such pod');
	const row = {
		...before,
		restarts: Math.floor(random() * 10),
		status: random() < 0.5 ? 'Running' : 'CrashLoopBackOff',
	};
	pods[index] = row;
	return row;
}

function paint(): void {
	const picture = {
		order,
		state,
		facts,
		width: 200,
		sort: undefined,
		filter: NO_FILTER,
		wide: true,
		hidden: new Set<string>(),
	};
	painter.paint({...picture, titles: true, focused: true, stale: false});
}

const cases: readonly [string, (round: number) => void, number][] = [
	['10,000 rows given and sorted', () => order.replace(pods, facts), 10],
	['one row changed', () => order.update([changed()], [], facts), ROUNDS],
	['one row changed, sorted by status', () => order.update([changed()], [], facts), ROUNDS],
	['500 rows changed', () => order.update(Array.from({length: 500}, changed), [], facts), 20],
	['a second passed', round => order.refresh((facts = factsAt(start + round * 1000))), 20],
	[
		'a filter typed',
		round => order.arrange({...everything, filter: parseFilter(`service-${round}.*run`)}, facts),
		20,
	],
	['no filter again', () => order.arrange(everything, facts), 20],
	['first frame', paint, 1],
	['frame, nothing changed', paint, ROUNDS],
	['frame after a move', () => ((state = reduceTable(state, {type: 'move', move: 'down'}, order)), paint()), ROUNDS],
	[
		'frame after a page',
		() => ((state = reduceTable(state, {type: 'move', move: 'page-down'}, order)), paint()),
		ROUNDS,
	],
	[
		'20 times a second: one row, cursor followed, frame',
		() => (order.update([changed()], [], facts), (state = reduceTable(state, {type: 'rows'}, order)), paint()),
		ROUNDS,
	],
];

for (const [name, run, rounds] of cases) {
	if (name.endsWith('status')) order.arrange({...everything, sort: {column: 'status', descending: false}}, facts);
	const times = Array.from({length: rounds}, (_, round) => {
		const before = performance.now();
		run(round);
		return performance.now() - before;
	}).toSorted((a, b) => a - b);
	const [median = 0, worst = 0] = [times[rounds >> 1], times.at(-1)];
	console.log(
		`${name.padEnd(52)} ${median.toFixed(3).padStart(8)} ms median ${worst.toFixed(3).padStart(8)} ms worst`,
	);
	if (name.endsWith('status')) order.arrange(everything, facts);
}
