import type {Level} from '../../model/log.ts';
import {createGroup} from './group.ts';
import {heardIn} from './heard-in.ts';
import type {Heard} from './heard.ts';
import {isNotable} from './notable.ts';
import {createWorkerWatch} from './workers.ts';

/** Listens to one container's log for what it complains about. */
export interface IncidentReader {
	/**
	 * Takes the next line. Where a complaint ends is only known when the line after it comes, so it is said with a later line, or by
	 * `end`.
	 * @param text without the API's time, escape sequences and control characters; at most 16 KB
	 * @param at milliseconds since 1970
	 * @param isRequest the line notes a request: it may stand in the middle of a traceback
	 * @param level the program's own word; undefined when nothing says so
	 */
	read(text: string, at: number, isRequest: boolean, level: Level | undefined): Heard | undefined;
	/** When what was heard last was written, milliseconds since 1970. */
	readonly heardAt: number;
	/** What was not said yet, when the log has ended or nothing came for a second; to be asked until there is no more. */
	end(): Heard | undefined;
}

/** A traceback is written at once: what comes so long after it is not of it. */
const PAUSE_MS = 250;

/** Keeps at most 1,000 lines and 64 KB; never throws, and takes time in proportion to the text. */
export function createIncidentReader(): IncidentReader {
	const group = createGroup();
	const workers = createWorkerWatch();
	/** A line says at most two things, the end of what was before it and its own; so it never grows. */
	const heard: {readonly what: Heard; readonly at: number}[] = [];
	let lastAt = -Infinity;
	let heardAt = 0;
	const say = (): Heard | undefined => {
		const next = heard.shift();
		if (next !== undefined) heardAt = next.at;
		return next?.what;
	};
	const close = (): void => {
		const found = group.isEmpty ? undefined : heardIn(group.take());
		if (found !== undefined) heard.push({what: found, at: lastAt});
	};
	return {
		read(text, at, isRequest, level) {
			const isLate = at - lastAt > PAUSE_MS;
			if (isRequest) {
				if (isLate) close();
				return say();
			}
			if (!group.isEmpty && !isLate && group.goesOn(text, level)) {
				group.add(text);
				lastAt = at;
				return say();
			}
			close();
			const worker = workers.take(text, at);
			if (worker !== undefined) heard.push({what: worker, at});
			else if (isNotable(text, level)) {
				group.begin(text);
				lastAt = at;
			}
			return say();
		},
		get heardAt() {
			return heardAt;
		},
		end() {
			close();
			return say();
		},
	};
}
