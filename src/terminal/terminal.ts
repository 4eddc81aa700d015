import type {Clock} from '../lib/clock.ts';
import {copySequence} from './clipboard.ts';
import {readCapabilities} from './capabilities.ts';
import {createKeySplitter} from './keys.ts';
import type {Key} from './keys.ts';
import {createScreen} from './screen.ts';
import type {Screen} from './screen.ts';
import type {Colors} from './style-bits.ts';

/** What of a tty.ReadStream is used. */
export interface TerminalInput {
	setRawMode?(isRaw: boolean): unknown;
	on(event: 'data', listener: (chunk: Buffer) => void): unknown;
	off(event: 'data', listener: (chunk: Buffer) => void): unknown;
	resume(): unknown;
	pause(): unknown;
}

/** What of a tty.WriteStream is used. */
export interface TerminalOutput {
	readonly columns?: number;
	readonly rows?: number;
	/** Bytes that wait for the terminal. */
	readonly writableLength?: number;
	/** So many that `drain` will be emitted. */
	readonly writableNeedDrain?: boolean;
	/** Private to Node, may be missing: a terminal is written to synchronously unless told otherwise here. */
	readonly _handle?: {setBlocking?(isBlocking: boolean): unknown} | null;
	write(text: string): boolean;
	on(event: 'drain' | 'resize', listener: () => void): unknown;
	off(event: 'drain' | 'resize', listener: () => void): unknown;
}

export interface TerminalOptions {
	readonly input: TerminalInput;
	readonly output: TerminalOutput;
	readonly clock: Clock;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** The user wants nothing but ASCII, whatever the locale says. */
	readonly ascii?: boolean;
	readonly onKey: (key: Key) => void;
	/** The screen has the new size already; it is flushed after the call. */
	readonly onResize: (columns: number, rows: number) => void;
	/**
	 * Writes to the same terminal and is done when it returns (fs.writeSync), may throw. Without it `leave` uses the stream,
	 * which loses the farewell if the process ends while the terminal is behind.
	 */
	readonly writeNow?: (text: string) => void;
}

interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** The user's terminal, as long as it is ours. */
export interface Terminal {
	readonly screen: Screen;
	readonly size: Size;
	readonly colors: Colors;
	/** Only ASCII is sent. */
	readonly ascii: boolean;
	/** Takes the terminal: raw keys, alternate screen. The screen is drawn by the next flush. */
	enter(): void;
	/** Gives it back as it was, in one synchronous write. May be called again, and while the process ends. */
	leave(): void;
	/** Gives it to another program, which may read from it once the promise has resolved. */
	suspend(): Promise<void>;
	/** Takes it back, and draws everything. */
	resume(): void;
	/** Puts a text on the user's clipboard, where the terminal does that. False when it is too long. */
	copy(text: string): boolean;
}

/** Alternate screen; no cursor; pastes marked; no wrapping in the last column. */
const ENTER = '\x1B[?1049h\x1B[?25l\x1B[?2004h\x1B[?7l';
/** The same backwards, after ending a frame that was cut off and its style. */
const LEAVE = '\x1B[?2026l\x1B[m\x1B[?7h\x1B[?2004l\x1B[?25h\x1B[?1049l';
/** CAN: ends a sequence of which the terminal got only the beginning. */
const CANCEL = '\x18';

/** The size of a terminal that does not tell it (VT100). */
const COLUMNS_DEFAULT = 80;
const ROWS_DEFAULT = 24;

/** A terminal that is not taken yet. Streams, clock and environment are handed in; nothing global is touched. */
export function createTerminal(options: TerminalOptions): Terminal {
	const {input, output, clock} = options;
	const capabilities = readCapabilities(options.environment);
	const {colors} = capabilities;
	const ascii = options.ascii === true || capabilities.ascii;
	const sizeNow = (): Size => ({columns: output.columns || COLUMNS_DEFAULT, rows: output.rows || ROWS_DEFAULT});
	let isOurs = false;
	const writeInOrder = (text: string): boolean => output.write(text);
	// What is flushed while the terminal is another's goes nowhere; the first flush after entering draws everything.
	const write = (text: string): boolean => isOurs && writeInOrder(text);
	const screen = createScreen({...sizeNow(), colors, ascii, write});

	const keys = createKeySplitter({
		clock,
		emit(key) {
			if (isOurs) options.onKey(key);
		},
	});
	const onData = (chunk: Buffer): void => keys.feed(chunk);
	const onDrain = (): void => {
		screen.drained();
	};
	const onResize = (): void => {
		const {columns, rows} = sizeNow();
		screen.resize(columns, rows);
		options.onResize(columns, rows);
		screen.flush();
	};

	const enter = (): void => {
		if (isOurs) return;
		isOurs = true;
		output._handle?.setBlocking?.(false);
		input.setRawMode?.(true);
		input.on('data', onData);
		input.resume();
		output.on('drain', onDrain);
		output.on('resize', onResize);
		screen.repaint();
		output.write(ENTER);
		if (output.writableNeedDrain !== true) screen.drained();
	};

	const giveBack = (send: (text: string) => unknown): void => {
		if (!isOurs) return;
		isOurs = false;
		input.off('data', onData);
		input.pause();
		output.off('drain', onDrain);
		output.off('resize', onResize);
		keys.end();
		const farewell = ((output.writableLength ?? 0) > 0 ? CANCEL : '') + LEAVE;
		// The terminal may be gone by now (SIGHUP): then there is nothing to restore.
		attempt(() => output._handle?.setBlocking?.(true));
		attempt(() => send(farewell));
		attempt(() => input.setRawMode?.(false));
	};

	return {
		screen,
		get size() {
			return sizeNow();
		},
		colors,
		ascii,
		enter,
		leave: () => giveBack(options.writeNow ?? writeInOrder),
		async suspend() {
			// What waits in the stream must not arrive after the farewell: the process lives on and will send it.
			giveBack(writeInOrder);
			// Node keeps a read pending for a turn, which would take the other program's first line.
			await new Promise<void>(resolve => clock.after(0, resolve));
			input.pause();
			await new Promise<void>(resolve => clock.after(0, resolve));
		},
		resume() {
			if (isOurs) return;
			enter();
			onResize();
		},
		copy(text) {
			const sequence = copySequence(text, {isTmux: (options.environment['TMUX'] ?? '') !== ''});
			if (sequence === undefined) return false;
			write(sequence);
			return true;
		},
	};
}

function attempt(act: () => unknown): void {
	try {
		act();
	} catch {
		// See the caller.
	}
}
