import {nameColumn, namespaceColumn, NOTHING} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {formatDuration} from '../../../lib/figures.ts';
import type {UserState} from '../../../services/database/state.ts';
import type {DatabaseUserRow} from '../../database/user-row.ts';
import {countWords, poolWords, sourceWords} from '../../database/words.ts';

/** Nobody measured it. */
const UNKNOWN = '?';

export const userColumns: readonly Column<DatabaseUserRow>[] = [
	namespaceColumn,
	{...nameColumn, title: 'SERVICE', width: {min: 10, max: 40}},
	{
		id: 'pods',
		title: 'PODS',
		align: 'right',
		width: {min: 4, max: 6},
		priority: 3,
		value: ({state: {user}}) => String(user.share?.pods ?? user.service.pods.length),
		sort: ({state: {user}}) => user.share?.pods ?? user.service.pods.length,
	},
	{
		id: 'workers',
		title: 'WORKERS',
		titleShort: 'WRK',
		align: 'right',
		width: {min: 3, max: 7},
		priority: 3.5,
		value: ({state: {user}}) =>
			user.pool === undefined ? NOTHING : countWords(user.pool.workers.value, user.pool.workers),
		sort: ({state: {user}}) => user.pool?.workers.value ?? -1,
	},
	{
		id: 'pool',
		title: 'POOL+OVER',
		titleShort: 'POOL',
		align: 'right',
		width: {min: 6, max: 12},
		priority: 3,
		value: ({state: {user}}) => (user.pool === undefined ? NOTHING : poolWords(user.pool)),
		sort: ({state: {user}}) => (user.pool === undefined ? -1 : user.pool.size.value + user.pool.overflow.value),
	},
	measured({id: 'inUse', title: 'IN USE', priority: 2, of: ({inUse}) => inUse}),
	{
		...measured({id: 'waiting', title: 'WAITING', priority: 2, of: ({waiting}) => waiting}),
		tone: ({state: {waiting}}) => ((waiting ?? 0) > 0 ? 'struggling' : undefined),
	},
	{
		id: 'wait',
		title: 'WAIT P95',
		align: 'right',
		width: {min: 8, max: 8},
		priority: 4,
		value: ({state}) => formatDuration(state.waitP95Ms),
		sort: ({state}) => state.waitP95Ms ?? -1,
	},
	{
		id: 'timeouts',
		title: 'GAVE UP/m',
		align: 'right',
		width: {min: 9, max: 9},
		priority: 8,
		value: ({state: {timeoutsPerMinute}}) =>
			timeoutsPerMinute === undefined ? NOTHING : String(Math.round(timeoutsPerMinute * 10) / 10),
		tone: ({state}) => ((state.timeoutsPerMinute ?? 0) > 0 ? 'doomed' : undefined),
		sort: ({state}) => state.timeoutsPerMinute ?? -1,
	},
	{id: 'source', title: 'SOURCE', width: {min: 8, max: 80}, priority: 5, readWhole: true, value: sourceOfUser},
];

function measured(options: {
	readonly id: string;
	readonly title: string;
	readonly priority: number;
	readonly of: (state: UserState) => number | undefined;
}): Column<DatabaseUserRow> {
	const {id, title, priority, of} = options;
	return {
		...{id, title, priority},
		align: 'right',
		width: {min: title.length, max: 7},
		value: ({state}) => String(of(state) ?? UNKNOWN),
		tone: ({state}) => (of(state) === undefined ? 'muted' : undefined),
		sort: ({state}) => of(state) ?? -1,
	};
}

/** Where the numbers are from, what is held first; why it is not known where it is not. */
function sourceOfUser({state: {user, inUse, pods, because}}: DatabaseUserRow): string {
	const {pool} = user;
	const library = pods.find(one => one.pool.library !== '')?.pool.library ?? pool?.library ?? '';
	const size = pool === undefined ? 'nothing tells how large its pool is' : sourceWords(pool.size);
	if (inUse === undefined) return because === '' ? size : `${size} · not measured: ${because}`;
	const own = sourceWords({source: 'measured', from: library});
	return pool?.size.source === 'measured' ? own : `${own} · pool ${size}`;
}
