import {formatAge} from '../../../lib/age.ts';
import {nameColumn, namespaceColumn} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import type {RestartGroup} from '../../../services/restarts.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {rowsOf} from '../../rows.ts';
import {whyNothing} from '../../why-nothing.ts';

/** What restarted in the last ten minutes, and how each run before ended; of the service under the cursor, or of all. */
export default defineTablePane<RestartGroup>({
	id: 'restarts',
	shape: 'table',
	title: input => `restarts 10m${nameOf(input)}`,
	kinds: () => [],
	rows: ({session, service, world}) => session.join.recentRestarts(service, world.now),
	wholeKind: () => undefined,
	columns: () => COLUMNS,
	sortedBy: () => ({column: 'age', descending: false}),
	worstFirst: () => false,
	mark: () => 'struggling',
	enter: ({podUid, name}, {world}) =>
		rowsOf(world, 'pod').has(podUid)
			? {to: 'pane', pane: {id: 'containers', argument: {uid: podUid, name}}}
			: {to: 'nothing', because: `the pod ${name} is gone`},
	container: ({container}) => container,
	object: ({podUid, name, namespace}) => ({kind: 'pod', namespace, name, uid: podUid}),
	empty: input =>
		whyNothing(input.world, ['pod'], 'the pods') ?? `no restarts in the last ten minutes${nameOf(input)}`,
});

/** ` of api`: whose restarts these are; nothing when they are everybody's. */
function nameOf({service, world}: PaneInput): string {
	const name = world.services.find(({uid}) => uid === service)?.name;
	return name === undefined ? '' : ` of ${name}`;
}

const COLUMNS: readonly Column<RestartGroup>[] = [
	namespaceColumn,
	{...nameColumn, title: 'POD'},
	{id: 'container', title: 'CONTAINER', width: {min: 4, max: 20}, priority: 5, value: ({container}) => container},
	{
		id: 'status',
		title: 'HOW IT ENDED',
		width: {min: 14, max: 70},
		priority: 2,
		readWhole: true,
		value: ({words}) => words,
	},
	{
		id: 'restarts',
		title: 'TIMES',
		align: 'right',
		width: {min: 5, max: 6},
		priority: 2,
		value: ({count, atLeast}) => `${atLeast ? '≥' : '×'}${count}`,
		sort: ({count}) => count,
	},
	{
		id: 'age',
		title: 'LAST',
		align: 'right',
		width: {min: 8, max: 10},
		priority: 3,
		shorten: text => text.replace(/ ago$/, ''),
		value: ({at}, {now}) => `${formatAge(now - at)} ago`,
		sort: ({at}, {now}) => now - at,
	},
];
