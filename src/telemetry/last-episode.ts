import {isAccessLine} from './access-line.ts';
import type {LogLine} from './log-lines.ts';
import {readPanic} from './panic.ts';
import {readTraceback} from './python-traceback.ts';
import type {Episode, Raised} from './raised.ts';
import {readStackTrace} from './stack-trace.ts';
import {isRoutine} from './telling-line.ts';

/** So many other lines after it, and it was not what the program ended with. */
const LINES_AFTER_MAX = 40;

/** The last exceptions of a log that belong together; undefined when there are none, or when the program went on for long afterwards. */
export function lastEpisode(lines: readonly LogLine[]): Episode | undefined {
	let last: Episode | undefined;
	for (let index = 0; index < lines.length;) {
		const found = readTraceback(lines, index) ?? readPanic(lines, index) ?? readStackTrace(lines, index);
		const raised = found?.raised.filter(one => !isInterruption(one)) ?? [];
		if (found !== undefined && raised.length > 0) last = {...found, raised};
		index = found?.to ?? index + 1;
	}
	if (last === undefined) return undefined;
	const after = lines.slice(last.to).filter(({text}) => text !== '' && !isAccessLine(text) && !isRoutine(text));
	return after.length > LINES_AFTER_MAX ? undefined : last;
}

/** What is raised in a program that is asked to end. */
function isInterruption({name}: Raised): boolean {
	return INTERRUPTIONS.has(name.slice(name.lastIndexOf('.') + 1));
}

const INTERRUPTIONS: ReadonlySet<string> = new Set([
	'CancelledError',
	'KeyboardInterrupt',
	'SystemExit',
	'GeneratorExit',
	'InterruptedException',
]);
