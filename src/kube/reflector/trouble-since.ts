import type {Clock} from '../../lib/clock.ts';
import type {ReflectorState} from '../ports.ts';

/** Since when there has been trouble. It is over with the first news: a watch that is open, a row more of a list. */
export interface TroubleSince {
	/** Hears every state. */
	hear(state: ReflectorState): void;
	/** There is trouble now: when it began, milliseconds since 1970. A try that fails in another way is the same trouble. */
	begin(): number;
}

export function createTroubleSince(clock: Clock): TroubleSince {
	let since: number | undefined;
	let received = 0;
	return {
		hear(state) {
			const isNews = state.phase === 'watching' || (state.phase === 'listing' && state.received > received);
			if (isNews) since = undefined;
			if (state.phase === 'listing') ({received} = state);
		},
		begin() {
			since ??= clock.now();
			return since;
		},
	};
}
