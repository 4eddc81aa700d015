/** The commands of this run, as a browser keeps its pages. */
export interface CommandHistory {
	/** The oldest first. */
	readonly entries: readonly string[];
	/** The one that is shown; -1 before the first. */
	readonly at: number;
	/** The one that was shown before it; -1 when there is none. */
	readonly before: number;
}

/** Nobody goes back further than this by single steps. */
const ENTRIES_MAX = 100;

export const NO_HISTORY: CommandHistory = {entries: [], at: -1, before: -1};

/** A command was given: what lay ahead is forgotten. The same one again is no new entry. */
export function remember(history: CommandHistory, command: string): CommandHistory {
	if (history.entries[history.at] === command) return history;
	const entries = [...history.entries.slice(0, history.at + 1), command].slice(-ENTRIES_MAX);
	return {entries, at: entries.length - 1, before: entries.length - 2};
}

/** `[` one step back, `]` one forward; the same object at the ends. */
export function step(history: CommandHistory, by: -1 | 1): CommandHistory {
	return goTo(history, history.at + by);
}

/** `-`: the command before this one in time; pressed again, back to this one. */
export function toggle(history: CommandHistory): CommandHistory {
	return goTo(history, history.before);
}

export function currentCommand(history: CommandHistory): string | undefined {
	return history.entries[history.at];
}

function goTo(history: CommandHistory, at: number): CommandHistory {
	return at < 0 || at >= history.entries.length ? history : {...history, at, before: history.at};
}
