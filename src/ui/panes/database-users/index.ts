import {defineTablePane} from '../../contract.ts';
import {markOfUser} from '../../database/marks.ts';
import {noDatabases} from '../../database/no-databases.ts';
import {type DatabaseUserRow, userRows} from '../../database/user-row.ts';
import {type DatabaseArgument, databaseOf, databasePodsPage} from '../../open/database.ts';
import {userColumns} from './columns.ts';

/** The services that share a database server: what each may hold, holds, and waits for. */
export default defineTablePane<DatabaseUserRow>({
	id: 'database-users',
	scope: 'database',
	shape: 'table',
	title: ({argument}) => (argument as DatabaseArgument).label,
	kinds: () => [],
	rows(input) {
		const state = databaseOf(input.argument as DatabaseArgument, input);
		return state === undefined ? [] : userRows(state);
	},
	wholeKind: () => undefined,
	columns: () => userColumns,
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({state}) => markOfUser(state),
	enter: ({uid, name}, {argument}) =>
		databasePodsPage({server: (argument as DatabaseArgument).server, service: uid, name}),
	object: ({state: {user}}) => user.service,
	empty: input => noDatabases(input) ?? `no service uses ${(input.argument as DatabaseArgument).label} any more`,
});
