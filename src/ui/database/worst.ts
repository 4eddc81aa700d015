import type {DatabaseState} from '../../services/database/state.ts';

/** The server with the worst budget first: by the share of it that may be wanted or is held. Those whose limit is not known come last. */
export function worstFirst(states: readonly DatabaseState[]): readonly DatabaseState[] {
	return states.toSorted((a, b) => loadOf(b) - loadOf(a));
}

function loadOf({server: {budget}, inUse}: DatabaseState): number {
	const {usable, now, atMost, withSurge} = budget;
	if (usable === undefined) return -1;
	return Math.max(now, atMost ?? 0, withSurge, inUse?.value ?? 0) / Math.max(usable, 1);
}
