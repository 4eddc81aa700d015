/** What happened, in the order in which we heard of it; bounded in number and in time. */
export interface Notes<N extends {readonly at: number}> {
	/** A note under a key that is there replaces it. */
	put(key: string, note: N): void;
	forgetBefore(at: number): void;
	all(): Iterable<N>;
}

/** @param notesMax the first that was put goes when there are more */
export function createNotes<N extends {readonly at: number}>(notesMax: number): Notes<N> {
	const notes = new Map<string, N>();
	return {
		put(key, note) {
			notes.set(key, note);
			if (notes.size <= notesMax) return;
			const [oldest] = notes.keys();
			if (oldest !== undefined) notes.delete(oldest);
		},
		forgetBefore(at) {
			for (const [key, note] of notes) if (note.at < at) notes.delete(key);
		},
		all: () => notes.values(),
	};
}
