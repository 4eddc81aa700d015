import {writeSync} from 'node:fs';

/** Writes to standard output and is done when it returns: for the last words of a process that is ending. May throw. */
export function writeStandardOutputNow(text: string): void {
	writeSync(1, text);
}
