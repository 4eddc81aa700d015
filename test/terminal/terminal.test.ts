import {EventEmitter} from 'node:events';
import {describe, expect, test} from 'vitest';
import {createTerminal} from '../../src/terminal/terminal.ts';
import type {Terminal, TerminalOptions} from '../../src/terminal/terminal.ts';
import {createGrid} from '../support/grid.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

const ENTER = '\x1B[?1049h\x1B[?25l\x1B[?2004h\x1B[?7l';
const LEAVE = '\x1B[?2026l\x1B[m\x1B[?7h\x1B[?2004l\x1B[?25h\x1B[?1049l';

/** A terminal on streams that write down all that happens to them, in order. */
function record(options: Partial<TerminalOptions> = {}): {
	terminal: Terminal;
	events: string[];
	type: (bytes: string) => void;
	resize: (columns: number, rows: number) => void;
	drain: () => void;
	output: {isFull: boolean; writableLength: number; writableNeedDrain: boolean};
	advance: (durationMs: number) => Promise<void>;
} {
	const events: string[] = [];
	const {clock, advance} = createVirtualClock();
	const input = Object.assign(new EventEmitter(), {
		setRawMode: (isRaw: boolean) => events.push(`raw ${isRaw}`),
		resume: () => events.push('resume'),
		pause: () => events.push('pause'),
	});
	const output = Object.assign(new EventEmitter(), {
		columns: 10,
		rows: 3,
		isFull: false,
		writableLength: 0,
		writableNeedDrain: false,
		_handle: {setBlocking: (isBlocking: boolean) => events.push(`blocking ${isBlocking}`)},
		write(text: string) {
			events.push(text);
			return !output.isFull;
		},
	});
	const terminal = createTerminal({
		input,
		output,
		clock,
		environment: {TERM: 'xterm-256color', LANG: 'en_US.UTF-8'},
		onKey: ({chord}) => void events.push(`key ${chord}`),
		onResize: (columns, rows) => void events.push(`size ${columns}x${rows}`),
		...options,
	});
	return {
		terminal,
		events,
		output,
		advance,
		type: bytes => void input.emit('data', Buffer.from(bytes)),
		resize(columns, rows) {
			Object.assign(output, {columns, rows});
			output.emit('resize');
		},
		drain: () => void output.emit('drain'),
	};
}

describe('createTerminal', () => {
	test('enters once, leaves once, and hears nothing afterwards', () => {
		const {terminal, events, type, resize} = record();
		terminal.leave();
		terminal.enter();
		terminal.enter();
		type('j');
		terminal.leave();
		terminal.leave();
		type('j');
		resize(5, 5);
		expect(events).toEqual([
			...['blocking false', 'raw true', 'resume', ENTER],
			'key j',
			...['pause', 'blocking true', LEAVE, 'raw false'],
		]);
	});

	test('leaving undoes entering, also in the middle of a frame', async () => {
		const {terminal, events} = record();
		const grid = createGrid(10, 3);
		await grid.write('before');
		terminal.enter();
		terminal.screen.base('\x1B[7mframe');
		terminal.screen.cursor({x: 1, y: 1});
		terminal.screen.flush();
		const written = events.filter(event => event.startsWith('\x1B')).join('');
		await grid.write(written.slice(0, written.indexOf('frame')));
		terminal.leave();
		await grid.write(`${events.at(-2)}after 123456789`);
		expect(grid.text()).toEqual(['beforeafte', 'r 12345678', '9']);
		expect(grid.cell(6, 0)).toEqual({text: 'a'});
	});

	test('a terminal that stopped in the middle of a sequence is told to forget it', () => {
		const {terminal, events, output} = record();
		terminal.enter();
		output.writableLength = 12;
		terminal.leave();
		expect(events.at(-2)).toBe(`\x18${LEAVE}`);
	});

	test('the last write goes past the stream when there is a way', () => {
		const written: string[] = [];
		const {terminal, events} = record({writeNow: text => void written.push(text)});
		terminal.enter();
		terminal.leave();
		expect([written, events.includes(LEAVE)]).toEqual([[LEAVE], false]);
	});

	test('a terminal that is gone does not disturb the end', () => {
		const {terminal, events} = record({
			writeNow() {
				throw new Error('EIO');
			},
		});
		terminal.enter();
		terminal.leave();
		expect(events.at(-1)).toBe('raw false');
	});

	test('a key typed halfway when it is left is nobody’s', async () => {
		const {terminal, events, type, advance} = record();
		terminal.enter();
		type('\x1B');
		terminal.leave();
		await advance(100);
		expect(events.filter(event => event.startsWith('key'))).toEqual([]);
	});

	test('keys typed ahead behind one that leaves the terminal are not ours', () => {
		const keys: string[] = [];
		const {terminal, type} = record({
			onKey({chord}) {
				keys.push(chord);
				if (chord === 'q') terminal.leave();
			},
		});
		terminal.enter();
		type('jqx\x1B[1;');
		expect(keys).toEqual(['j', 'q']);
	});

	test('suspended it lets go of the input for a turn each before and after pausing; resumed it draws everything', async () => {
		const {terminal, events, resize, advance} = record();
		terminal.enter();
		terminal.screen.base('abc');
		terminal.screen.flush();
		events.length = 0;
		let isFree = false;
		const suspended = terminal.suspend().then(() => {
			isFree = true;
		});
		expect([isFree, events]).toEqual([false, ['pause', 'blocking true', LEAVE, 'raw false']]);
		await advance(0);
		await suspended;
		expect([isFree, events.slice(4)]).toEqual([true, ['pause']]);
		resize(12, 4);
		events.length = 0;
		terminal.resume();
		terminal.resume();
		expect(events).toEqual([
			...['blocking false', 'raw true', 'resume', ENTER, 'size 12x4'],
			'\x1B[?2026h\x1B[?25l\x1B[m\x1B[H\x1B[Jabc\x1B[?2026l',
		]);
		expect(terminal.size).toEqual({columns: 12, rows: 4});
	});

	test('another size is known before the program hears of it, and drawn after', () => {
		const {terminal, events, resize} = record({
			onResize(columns, rows) {
				terminal.screen.base(`${columns}x${rows}`);
			},
		});
		terminal.enter();
		resize(30, 2);
		expect(events.at(-1)).toContain('30x2');
	});

	test('while the stream is full nothing is drawn, and when it has drained the newest', () => {
		const {terminal, events, output, drain} = record();
		terminal.enter();
		output.isFull = true;
		for (const text of ['one', 'two', 'three']) {
			terminal.screen.base(text);
			terminal.screen.flush();
		}
		output.isFull = false;
		drain();
		const frames = events.filter(event => event.startsWith('\x1B[?2026h'));
		expect(frames.map(frame => frame.replace(/\x1B\[[\d;?]*[A-Za-z]/g, ''))).toEqual(['one', 'three']);
	});

	test('what is flushed while another program has the terminal stays away, and is drawn at last', () => {
		const {terminal, events} = record();
		terminal.screen.base('early');
		terminal.screen.flush();
		terminal.enter();
		terminal.screen.flush();
		expect(events.at(-1)).toContain('early');
		terminal.leave();
		events.length = 0;
		terminal.screen.base('meanwhile');
		terminal.screen.flush();
		terminal.screen.flush();
		expect(events).toEqual([]);
		terminal.enter();
		terminal.screen.flush();
		expect(events.at(-1)).toContain('meanwhile');
	});

	test('entered while the stream is still full, it waits for it', () => {
		const {terminal, events, output, drain} = record();
		terminal.screen.base('frame');
		terminal.screen.flush();
		output.writableNeedDrain = true;
		terminal.enter();
		terminal.screen.flush();
		expect(events.at(-1)).toBe(ENTER);
		drain();
		expect(events.at(-1)).toContain('frame');
	});

	test('without a size, raw mode and a handle it is 80x24 and still works', () => {
		const input = new EventEmitter() as EventEmitter & {resume(): void; pause(): void};
		input.resume = input.pause = () => {};
		const writes: string[] = [];
		const output = Object.assign(new EventEmitter(), {write: (text: string) => writes.push(text) > 0});
		const terminal = createTerminal({
			input,
			output,
			clock: createVirtualClock().clock,
			environment: {},
			onKey: () => {},
			onResize: () => {},
		});
		terminal.enter();
		terminal.leave();
		expect([terminal.size, writes]).toEqual([{columns: 80, rows: 24}, [ENTER, LEAVE]]);
	});

	test('the user may want ASCII on a terminal that can do more', () => {
		expect([record().terminal.ascii, record({ascii: true}).terminal.ascii]).toEqual([false, true]);
	});
});

test('what is copied goes to the terminal while it is ours, and what is too long goes nowhere', () => {
	const {terminal, events} = record({environment: {TERM: 'tmux-256color', TMUX: '/tmp/tmux-1000/default,1,0'}});
	expect(terminal.copy('before')).toBe(true);
	terminal.enter();
	events.length = 0;
	expect([terminal.copy('hi'), terminal.copy('x'.repeat(100_000))]).toEqual([true, false]);
	expect(events).toEqual(['\x1B]52;c;aGk=\x07\x1BPtmux;\x1B\x1B]52;c;aGk=\x07\x1B\\']);
});
