import type {Collection} from '../store/collection.ts';

/** By kind: what may not be read, as far as was known in another namespace. */
export type Refusals = ReadonlyMap<string, Collection['state']>;

export function refusalsOf(collections: readonly Collection[]): Refusals {
	const refused = collections.filter(({state}) => state.phase === 'waiting' && state.because.kind === 'forbidden');
	return new Map(refused.map(({kind, state}) => [kind, state]));
}

/** The collections, those without an answer yet as they were refused before: who was blind does not see for a moment. */
export function withRefusals(collections: readonly Collection[], known: Refusals): readonly Collection[] {
	if (known.size === 0) return collections;
	return collections.map(collection => {
		const refused = isAnswered(collection) ? undefined : known.get(collection.kind);
		return refused === undefined ? collection : {...collection, state: refused};
	});
}

function isAnswered({complete, state}: Collection): boolean {
	if (complete || state.phase === 'waiting' || state.phase === 'watching') return true;
	return state.phase === 'listing' && state.received > 0;
}
