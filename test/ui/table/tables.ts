import type {Column, Facts} from '../../../src/kinds/contract.ts';
import type {Mark, Row} from '../../../src/model/row.ts';
import type {Line} from '../../../src/terminal/line.ts';
import {NO_FILTER} from '../../../src/ui/filter/filter.ts';
import {createOrder} from '../../../src/ui/table/order.ts';
import type {TablePicture} from '../../../src/ui/table/paint.ts';
import type {TableShape} from '../../../src/ui/table/shape.ts';
import {INITIAL_TABLE} from '../../../src/ui/table/state.ts';

/** A made-up kind with a column of each sort. */
export interface Ship extends Row {
	readonly state: Mark;
	readonly status: string;
	readonly restarts: number;
}

export const facts: Facts = {
	now: 1_000_000,
	usageOf: () => undefined,
	restartsOf: row => ({count: (row as Ship).restarts, atLeast: false}),
	trafficOf: () => undefined,
	connectionsOf: () => undefined,
};

const columns: readonly Column<Ship>[] = [
	{id: 'namespace', title: 'NAMESPACE', width: {min: 6, max: 20}, priority: 2, value: row => row.namespace},
	{id: 'name', title: 'NAME', width: {min: 12, max: 60}, priority: 1, value: row => row.name},
	{
		id: 'status',
		title: 'STATUS',
		width: {min: 8, max: 24},
		priority: 2,
		value: row => row.status,
		tone: row => (row.labels['tone'] === 'accent' ? 'accent' : row.state === 'healthy' ? undefined : 'doomed'),
	},
	{
		id: 'restarts',
		title: 'RST',
		align: 'right',
		width: {min: 3, max: 5},
		priority: 3,
		value: (row, known) => String(known.restartsOf(row).count),
		tone: row => (row.restarts === 0 ? 'muted' : undefined),
		sort: (row, known) => known.restartsOf(row).count,
	},
	{id: 'image', title: 'IMAGE', width: {min: 6, max: 30}, priority: 9, wide: true, value: row => `img/${row.name}`},
	{id: 'node', title: 'NODE', width: {min: 6, max: 20}, priority: 8, value: () => 'ip-10-1'},
	{
		id: 'age',
		title: 'AGE',
		align: 'right',
		width: {min: 3, max: 6},
		priority: 4,
		value: (row, {now}) => `${Math.floor((now - row.createdAt) / 1000)}s`,
		sort: (row, {now}) => now - row.createdAt,
	},
];

export const shape: TableShape<Ship> = {
	columns,
	sortedBy: {column: 'restarts', descending: true},
	worstFirst: true,
	mark: row => row.state,
};

export function ship(name: string, about: Partial<Ship> = {}): Ship {
	return {
		kind: 'ship',
		uid: `uid-${name}`,
		name,
		namespace: 'shop',
		createdAt: 940_000,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		state: 'healthy',
		status: 'Running',
		restarts: 0,
		...about,
	};
}

/** A fleet on the screen, nothing moved or chosen yet. */
export function picture(ships: readonly Ship[], change: Partial<TablePicture<Ship>> = {}): TablePicture<Ship> {
	const order = createOrder(shape);
	order.replace(ships, facts);
	return {
		order,
		state: {...INITIAL_TABLE, height: 10},
		facts,
		width: 80,
		sort: undefined,
		filter: NO_FILTER,
		wide: false,
		hidden: new Set(['namespace']),
		titles: true,
		focused: true,
		stale: false,
		...change,
	};
}

export function textOf(line: Line): string {
	return line.map(({text}) => text).join('');
}
