import {EventEmitter} from 'node:events';
import {Readable} from 'node:stream';
import type {Screen} from './screen.ts';

/** What Ink takes for a terminal. Ink reads the size at each commit. */
export interface InkStdout extends NodeJS.WritableStream {
	readonly isTTY: true;
	columns: number;
	rows: number;
	/** Sets the size and makes Ink draw anew for it. */
	resize(columns: number, rows: number): void;
}

export interface InkStdoutOptions {
	readonly columns: number;
	readonly rows: number;
	/** A new base is on the screen and can be flushed; for trees that change by themselves. */
	readonly onFrame?: () => void;
}

/** Modes and cursor movements, which Ink sends by themselves: the terminal is not Ink's. SGR is part of a frame. */
const CONTROLS_ONLY = new RegExp('^(?:\x1B\\[[0-?]*[ -/]*[@-ln-~])+$');

/**
 * Turns the frames that Ink writes into the base of a screen, and swallows everything else it sends. Render with
 * `debug: true`: then each commit writes its whole frame, at once and in one piece.
 */
export function createInkStdout(screen: Pick<Screen, 'base'>, {columns, rows, onFrame}: InkStdoutOptions): InkStdout {
	const stdout = Object.assign(new EventEmitter(), {
		isTTY: true as const,
		writable: true,
		columns,
		rows,
		write(chunk: string | Uint8Array, ...[encodingOrWritten, written]: readonly unknown[]): boolean {
			const done = written ?? encodingOrWritten;
			// A chunk with a callback is Ink waiting for what it wrote before.
			if (typeof done === 'function') done();
			else if (!CONTROLS_ONLY.test(String(chunk))) {
				screen.base(String(chunk));
				onFrame?.();
			}
			return true;
		},
		end: () => stdout,
		resize(newColumns: number, newRows: number): void {
			stdout.columns = newColumns;
			stdout.rows = newRows;
			stdout.emit('resize');
		},
	});
	return stdout;
}

/** What Ink takes for stdin: it never gives a key, so none is read behind the back of the key splitter. It holds nothing. */
export const INERT_STDIN: NodeJS.ReadableStream = new Readable({read() {}});
