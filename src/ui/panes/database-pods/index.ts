import {nameColumn, NOTHING, orNothing} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {formatDuration} from '../../../lib/figures.ts';
import {capacityOf, type PoolReading} from '../../../model/pool.ts';
import type {UserState} from '../../../services/database/state.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {markOfUser} from '../../database/marks.ts';
import {podRows, type PodPoolRow} from '../../database/user-row.ts';
import {databaseOf, type DatabaseUserArgument} from '../../open/database.ts';
import {rowsOf} from '../../rows.ts';

/** The pools of the pods of a service, those first in which the most wait. */
export default defineTablePane<PodPoolRow>({
	id: 'database-pods',
	shape: 'table',
	title: ({argument}) => `${(argument as DatabaseUserArgument).name} pools`,
	kinds: () => ['pod'],
	rows: poolsOf,
	wholeKind: () => undefined,
	columns: () => COLUMNS,
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({state}) => markOfUser({waiting: state.pool.waiting, timeoutsPerMinute: undefined}),
	enter: ({name, state: {uid}}, {world}) =>
		rowsOf(world, 'pod').has(uid)
			? {to: 'pane', pane: {id: 'containers', argument: {uid, name}}}
			: {to: 'nothing', because: `the pod ${name} is gone`},
	object: ({name, namespace, state: {uid}}) => ({kind: 'pod', namespace, name, uid}),
	empty(input) {
		const because = userOf(input)?.because ?? '';
		const {name} = input.argument as DatabaseUserArgument;
		return `no pool of ${name} is measured${because === '' ? '' : `: ${because}`}`;
	},
});

function poolsOf(input: PaneInput): readonly PodPoolRow[] {
	const user = userOf(input);
	return user === undefined ? [] : podRows(user);
}

function userOf(input: PaneInput): UserState | undefined {
	const argument = input.argument as DatabaseUserArgument;
	return databaseOf(argument, input)?.users.find(({user}) => user.service.uid === argument.service);
}

const COLUMNS: readonly Column<PodPoolRow>[] = [
	{...nameColumn, title: 'POD'},
	count('inUse', 'IN USE', 2, ({inUse}) => inUse),
	count('idle', 'IDLE', 5, ({idle}) => idle),
	count('capacity', 'OF', 3, capacityOf),
	{
		...count('waiting', 'WAITING', 2, ({waiting}) => waiting),
		tone: ({state: {pool}}) => ((pool.waiting ?? 0) > 0 ? 'struggling' : undefined),
	},
	{
		id: 'wait',
		title: 'WAIT P95',
		align: 'right',
		width: {min: 8, max: 8},
		priority: 3,
		value: ({state}) => formatDuration(state.waitP95Ms),
		sort: ({state}) => state.waitP95Ms ?? -1,
	},
	count('processes', 'PROCESSES', 7, ({processes}) => processes),
	{id: 'pool', title: 'POOL', width: {min: 6, max: 40}, priority: 6, value: ({state}) => orNothing(state.pool.name)},
	{
		id: 'source',
		title: 'SOURCE',
		width: {min: 8, max: 40},
		priority: 5,
		value: ({state: {pool}}) => (pool.library === '' ? 'measured' : `measured: ${pool.library}`),
	},
];

function count(
	id: string,
	title: string,
	priority: number,
	of: (pool: PoolReading) => number | undefined,
): Column<PodPoolRow> {
	const words = (value: number | undefined): string =>
		value === undefined ? NOTHING : Number.isFinite(value) ? String(value) : 'no limit';
	return {
		...{id, title, priority},
		align: 'right',
		width: {min: Math.max(title.length, 4), max: 9},
		value: ({state}) => words(of(state.pool)),
		sort: ({state}) => of(state.pool) ?? -1,
	};
}
