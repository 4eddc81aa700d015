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
 * How measured numbers bear an overrun out: the server is nearly `full`, or it `fills` when pods that were just added, or are about to
 * be, open as many connections as half of those that are measured. Undefined when they do not.
 */
export function bearingOf(used: Used, {when, pods}: Overrun): 'full' | 'fills' | undefined {
	const held = heldOf(used);
	const {allowance, budget} = used.state.server;
	if (held === undefined || allowance === undefined || budget.usable === undefined) return undefined;
	// The server counts others, too.
	const isByServer = used.state.reading?.connections !== undefined;
	const most = isByServer ? allowance.max.value - allowance.reserved.value : budget.usable;
	if (held.count >= FULL * most) return 'full';
	// Pods that are there for long have shown what they open.
	if (when === 'now') return undefined;
	const opened = used.own.pods.map(({pool: {inUse = 0, idle = 0}}) => inUse + idle).toSorted((x, y) => y - x);
	const each = opened[Math.floor((opened.length - 1) / 2)] ?? 0;
	const others = held.count - opened.reduce((sum, count) => sum + count, 0);
	return Math.max(0, others) + pods * each >= FULL * most ? 'fills' : undefined;
}

function openOf({pods}: UserState): number {
	return pods.reduce((sum, {pool: {inUse = 0, idle = 0}}) => sum + inUse + idle, 0);
}
