import type {LogView} from '../../session/logs/contract.ts';
import type {LogFilter} from './filter.ts';
import {streamNotes} from './streams.ts';

/** What is known of a log that shows no line. */
export interface EmptyLog {
	/** Undefined while it is being opened. */
	readonly view: LogView | undefined;
	readonly filter: LogFilter;
	/** Lines that the filter hides. */
	readonly hidden: number;
	/** Not all of them have been looked at. */
	readonly busy: boolean;
	/** The user has cleared it. */
	readonly cleared: boolean;
}

/** The sentence that stands where there are no lines. */
export function whyEmpty({view, filter, hidden, busy, cleared}: EmptyLog): string {
	if (hidden > 0)
		return busy ? 'searching' : `nothing matches /${filter.text} (${hidden} lines hidden: esc shows them)`;
	if (cleared) return 'cleared: what comes from now on is shown here';
	if (view === undefined) return 'opening the logs';
	const {streams, selection} = view;
	if (streams.length === 0) return `${ofWhat(view)} has no pods whose logs could be read`;
	const [note] = streamNotes(streams);
	if (note !== undefined) return note.text.replace(/^! /, '');
	if (streams.some(({state}) => state.phase === 'opening')) return 'opening the logs';
	const {range, previous} = selection;
	if (previous) return 'the run before has left no lines';
	if (range.sinceMs !== undefined)
		return `nothing was logged in the last ${range.title}: 0 shows the last lines there are`;
	return streams.every(({state}) => state.phase === 'ended') ? 'it ended without a line' : 'nothing was logged yet';
}

function ofWhat({selection}: LogView): string {
	const [first, ...others] = selection.of;
	return first === undefined || others.length > 0 ? 'what was chosen' : first.name;
}
