import type {UserState} from '../../services/database/state.ts';
import type {Overrun} from './overrun.ts';
import type {Used} from './used.ts';

/** So full that the next pod may be refused. */
const FULL = 0.9;

/** Connections to a server that are open, in use or not; at least as many as that, where not every pod is measured. */
export interface Held {
	readonly count: number;
	readonly isPartial: boolean;
}

/** Undefined when nothing is measured. */
export function heldOf({state: {inUse, reading, users}}: Used): Held | undefined {
	if (reading?.connections !== undefined) return {count: reading.connections, isPartial: false};
	if (inUse === undefined) return undefined;
	return {
		count: Math.max(
			inUse.value,
			users.reduce((sum, user) => sum + openOf(user), 0),
		),
		isPartial: inUse.isPartial,
	};
}

/**
 * Whether measured numbers bear an overrun out: the server is nearly full, or will be when each pod to come opens as many connections
 * as the fullest of those that there are.
 */
export function bearsOut(used: Used, {pods}: Overrun): boolean {
	const held = heldOf(used);
	const {allowance, budget} = used.state.server;
	const {share} = used.own.user;
	if (held === undefined || allowance === undefined || budget.usable === undefined || share === undefined)
		return false;
	// The server counts others, too.
	const isByServer = used.state.reading?.connections !== undefined;
	const most = isByServer ? allowance.max.value - allowance.reserved.value : budget.usable;
	const each = Math.max(0, ...used.own.pods.map(({pool: {inUse = 0, idle = 0}}) => inUse + idle));
	return held.count >= FULL * most || held.count + Math.max(0, pods - share.pods) * each > most;
}

function openOf({pods}: UserState): number {
	return pods.reduce((sum, {pool: {inUse = 0, idle = 0}}) => sum + inUse + idle, 0);
}
