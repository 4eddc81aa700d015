import {StringDecoder} from 'node:string_decoder';
import type {Cancel, Clock} from '../lib/clock.ts';
import {ALT, chordOf} from './key-chord.ts';
import type {Key} from './key-chord.ts';
import {readKey} from './key-reader.ts';

export type {Key} from './key-chord.ts';

/** An ESC with nothing behind it for this long was the key: sequences arrive in one piece, or within a few milliseconds. */
const ESCAPE_WAIT_MS = 25;

/** A sequence that has begun is waited for much longer, since its rest would be taken for keys; then it is dropped. */
const SEQUENCE_WAIT_MS = 1000;

/** A paste whose end does not arrive must not make the program deaf. */
const PASTE_WAIT_MS = 2000;

/** After an ESC was taken for the key, the rest of an arrow that comes this late is still no text. */
const STRAY_WAIT_MS = 200;

/** Prompts hold a line; who pastes a file by mistake loses its end. In UTF-16 units. */
const PASTE_UNITS_MAX = 65_536;

/** A reply longer than this is only searched for its end. */
const PENDING_UNITS_MAX = 4096;

const PASTE_END = '\x1B[201~';

/** An ESC, and perhaps one character that could begin a sequence: someone may have typed just that. */
const LONE_ESCAPE = new RegExp('^(\x1B*)\x1B([[\\]OP_]?)$');

const STRAY_REST = /^(?:\[[\d;]*[A-HZ~]|O[A-DFHM])/;

/** Turns what a terminal sends into keys, however it is cut into pieces. */
export interface KeySplitter {
	feed(bytes: Buffer | string): void;
	/** Nothing more will come: what waits for its rest is settled now. */
	end(): void;
}

/** Calls `emit` once for each key; replies, mouse reports and unknown sequences emit nothing. */
export function createKeySplitter({clock, emit}: {clock: Clock; emit: (key: Key) => void}): KeySplitter {
	const decoder = new StringDecoder('utf8');
	let pending = '';
	let paste: string | undefined;
	let escapeTakenAt = Number.NEGATIVE_INFINITY;
	let cancelWait: Cancel = () => {};

	/** Collects up to the end mark; keeps back what could be the beginning of it. */
	const readPaste = (): void => {
		const endAt = pending.indexOf(PASTE_END);
		const kept = endAt < 0 ? Math.max(0, pending.length - PASTE_END.length + 1) : endAt;
		paste = ((paste ?? '') + pending.slice(0, kept)).slice(0, PASTE_UNITS_MAX);
		pending = pending.slice(endAt < 0 ? kept : endAt + PASTE_END.length);
		if (endAt >= 0) emitPaste();
	};

	const emitPaste = (): void => {
		const text = paste ?? '';
		paste = undefined;
		emit({chord: 'paste', text});
	};

	/** Returns whether it came to the start of a paste. Keys are given when all is read: they may end the splitter's work. */
	const readKeys = (): boolean => {
		const keys: Key[] = [];
		let at = 0;
		let startsPaste = false;
		while (at < pending.length && !startsPaste) {
			const reading = readKey(pending, at);
			if (reading === undefined) break;
			at = reading.end;
			if (reading.key !== undefined) keys.push(reading.key);
			startsPaste = reading.startsPaste ?? false;
		}
		pending = pending.slice(at);
		for (const key of keys) emit(key);
		return startsPaste;
	};

	const read = (): void => {
		for (;;) {
			if (paste !== undefined) readPaste();
			if (paste !== undefined) return;
			if (!readKeys()) return;
			paste = '';
		}
	};

	const wait = (): void => {
		if (paste !== undefined) cancelWait = clock.after(PASTE_WAIT_MS, settle);
		else if (pending !== '') {
			cancelWait = clock.after(LONE_ESCAPE.test(pending) ? ESCAPE_WAIT_MS : SEQUENCE_WAIT_MS, settle);
		}
	};

	const settle = (): void => {
		const waiting = pending;
		pending = '';
		if (paste !== undefined) {
			paste += waiting;
			emitPaste();
			return;
		}
		const [, escapes, follower = ''] = LONE_ESCAPE.exec(waiting) ?? [];
		if (escapes === undefined) return;
		for (let index = 0; index < escapes.length; index++) emit({chord: 'esc'});
		emit({chord: follower === '' ? 'esc' : chordOf(follower, ALT)});
		if (follower === '') escapeTakenAt = clock.now();
	};

	return {
		feed(bytes) {
			cancelWait();
			const text = typeof bytes === 'string' ? bytes : decoder.write(bytes);
			const isStray = pending === '' && clock.now() - escapeTakenAt <= STRAY_WAIT_MS;
			escapeTakenAt = Number.NEGATIVE_INFINITY;
			pending += isStray ? text.replace(STRAY_REST, '') : text;
			read();
			// Only the kind of a string and a possible half of its end matter.
			if (pending.length > PENDING_UNITS_MAX) pending = pending.slice(0, 2) + pending.slice(-1);
			wait();
		},
		end() {
			cancelWait();
			settle();
		},
	};
}
