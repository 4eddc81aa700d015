import type {ConnectionSummary} from '../../model/connections.ts';
import {sourceOf} from '../budget/source.ts';
import type {DatabaseState} from './state.ts';

/** The connections to the server of a service in the few numbers of the home screen; undefined when it uses none. */
export function connectionSummary(state: DatabaseState | undefined): ConnectionSummary | undefined {
	if (state === undefined) return undefined;
	const {server, inUse, users, because} = state;
	const {usable, now, atMost} = server.budget;
	const shares = users.flatMap(({user}) => user.share ?? []);
	return {
		used: inUse?.value,
		isPartial: inUse?.isPartial === true,
		usable,
		wanted: shares.length === 0 ? undefined : now,
		isOver: usable !== undefined && (atMost ?? now) > usable,
		source: inUse?.source ?? sourceOf(shares),
		because,
	};
}
