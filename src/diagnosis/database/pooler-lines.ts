import type {PoolerPool} from '../../model/database-server.ts';
import type {Used} from './used.ts';

/** Shorter lines come and go. */
const LONG_MS = 1000;

/** Pools of a pooler before which clients of the service's database wait in line, the longest wait first. */
export function poolerLines({state, own}: Used): readonly PoolerPool[] {
	const {database: wanted} = own.user.use;
	return (state.pooler?.pools ?? [])
		.filter(({clientsWaiting, longestWaitMs = 0}) => clientsWaiting > 0 && longestWaitMs > LONG_MS)
		.filter(({database}) => wanted === '' || database === wanted)
		.toSorted((a, b) => (b.longestWaitMs ?? 0) - (a.longestWaitMs ?? 0));
}
