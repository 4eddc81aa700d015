import type {Mark} from '../../model/row.ts';
import type {DatabaseState, UserState} from '../../services/database/state.ts';
import {connectionTone} from './tones.ts';

/** How a server is doing: full is the end of it; what may become so is a struggle to come. */
export function markOfServer({server: {budget}, inUse}: DatabaseState): Mark {
	const held = connectionTone(inUse?.value, budget.usable);
	if (held === 'doomed') return 'doomed';
	const {usable, now, atMost, withSurge} = budget;
	const mayOverrun = usable !== undefined && Math.max(now, atMost ?? 0, withSurge) > usable;
	return held === 'struggling' || mayOverrun ? 'struggling' : 'healthy';
}

/** How a service gets its connections: callers that gave up failed, those that wait are slow. */
export function markOfUser({waiting, timeoutsPerMinute}: Pick<UserState, 'waiting' | 'timeoutsPerMinute'>): Mark {
	if ((timeoutsPerMinute ?? 0) > 0) return 'doomed';
	return (waiting ?? 0) > 0 ? 'struggling' : 'healthy';
}
