/** One difference between two templates that matters to who runs them. */
export interface TemplateChange {
	/** `image`, `env DB_POOL_SIZE`, `memory limit`, `readiness probe`. */
	readonly what: string;
	/** Name of the container; empty for what belongs to the pod. */
	readonly container: string;
	/** As it was, secrets masked; empty when it was not there. */
	readonly before: string;
	/** As it is, secrets masked; empty when it is not there any more. */
	readonly after: string;
	/** The change in one line: `image api:1.8.2 → 1.9.0`, `env DB_POOL_SIZE 5 → 15`, `liveness probe removed`. */
	readonly words: string;
}

/** A command may be a whole script. */
const WORDS_CHARS_MAX = 80;

/** A change of one thing from one text to another; both empty make no sense. */
export function changeOf(what: string, before: string, after: string): TemplateChange {
	return {what, container: '', before, after, words: wordsOf(what, before, after)};
}

/** Text for a line: cut, and on one line. */
function brief(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length <= WORDS_CHARS_MAX ? line : `${line.slice(0, WORDS_CHARS_MAX - 1)}…`;
}

function wordsOf(what: string, before: string, after: string): string {
	if (before === '') return `${what} added: ${brief(after)}`;
	if (after === '') return `${what} removed, was ${brief(before)}`;
	// Something differs that is masked, or lies beyond the cut.
	if (brief(before) === brief(after)) return `${what} changed: ${brief(after)}`;
	return `${what} ${brief(before)} → ${brief(after)}`;
}
