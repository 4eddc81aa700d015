import {describe, expect, test} from 'vitest';
import {MODIFIERS} from '../../src/terminal/key-chord.ts';
import {createKeySplitter} from '../../src/terminal/keys.ts';
import type {Key} from '../../src/terminal/keys.ts';
import {createSeededRandom} from '../support/random.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

/** Bytes as a terminal sends them, and the keys that they are: chords, or whole keys where the text matters. */
const SEQUENCES: readonly [name: string, bytes: string, keys: readonly (string | Key)[]][] = [
	['letters are themselves and write themselves', 'aZ9/', ['a', 'Z', '9', '/'].map(chord => ({chord, text: chord}))],
	['the space bar is named and writes a blank', ' ', [{chord: 'space', text: ' '}]],
	['letters beyond ASCII', 'é日👍', ['é', '日', '👍']],
	['words typed ahead fall into characters', ':pods\r', [':', 'p', 'o', 'd', 's', 'enter']],
	['named control characters', '\r\n\t\x7f\b', ['enter', 'enter', 'tab', 'backspace', 'backspace']],
	['control letters', '\x01\x02\x04\x0c\x1a', ['ctrl+a', 'ctrl+b', 'ctrl+d', 'ctrl+l', 'ctrl+z']],
	['other control keys', '\0\x1c\x1d\x1e\x1f', ['ctrl+space', 'ctrl+\\', 'ctrl+]', 'ctrl+^', 'ctrl+_']],
	['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
	['arrows in application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
	['home and end of xterm', '\x1b[H\x1b[F\x1bOH\x1bOF', ['home', 'end', 'home', 'end']],
	['home and end of tmux and the Linux console', '\x1b[1~\x1b[4~', ['home', 'end']],
	['home and end of rxvt', '\x1b[7~\x1b[8~', ['home', 'end']],
	['delete and the page keys', '\x1b[3~\x1b[5~\x1b[6~', ['delete', 'pageup', 'pagedown']],
	['back tab', '\x1b[Z', ['shift+tab']],
	['shift with arrows', '\x1b[1;2A\x1b[1;2D', ['shift+up', 'shift+left']],
	['alt, ctrl and meta with arrows', '\x1b[1;3A\x1b[1;5C\x1b[1;9B', ['alt+up', 'ctrl+right', 'alt+down']],
	[
		'several modifiers',
		'\x1b[1;8D\x1b[6;6~\x1b[3;4~',
		['ctrl+alt+shift+left', 'ctrl+shift+pagedown', 'alt+shift+delete'],
	],
	['modifiers of rxvt', '\x1b[a\x1bOc\x1b\x1b[A\x1b\x1bOB', ['shift+up', 'ctrl+right', 'alt+up', 'alt+down']],
	['modifiers in application mode', '\x1bO5C', ['ctrl+right']],
	['enter of the key pad', '\x1bOM', ['enter']],
	[
		'alt with characters writes nothing',
		'\x1bx\x1bX\x1bé\x1b ',
		['alt+x', 'alt+X', 'alt+é', 'alt+space'].map(chord => ({chord})),
	],
	['alt with control characters', '\x1b\r\x1b\x7f\x1b\x01', ['alt+enter', 'alt+backspace', 'ctrl+alt+a']],
	['escape before a key that cannot follow it', '\x1b\x1bx', ['esc', 'alt+x']],
	['a paste is one key', '\x1b[200~two\nlines\x1b[A\x1b[201~j', [{chord: 'paste', text: 'two\nlines\x1b[A'}, 'j']],
	['an empty paste', '\x1b[200~\x1b[201~', [{chord: 'paste', text: ''}]],
	[
		'two pastes',
		'\x1b[200~é\x1b[201~\x1b[200~\x1b[20\x1b[201~',
		[
			{chord: 'paste', text: 'é'},
			{chord: 'paste', text: '\x1b[20'},
		],
	],
	['an end of paste without a beginning', '\x1b[201~j', ['j']],
	['function keys', '\x1bOP\x1b[15~\x1b[24;2~\x1b[2~j', ['j']],
	['function keys of the Linux console', '\x1b[[A\x1b[[Ej', ['j']],
	['replies about the device and the cursor', '\x1b[?62;22c\x1b[>1;10;0c\x1b[12;40R\x1b[?2026;2$yj', ['j']],
	['replies about colours', '\x1b]11;rgb:0000/0000/0000\x07\x1b]10;rgb:ffff/ffff/ffff\x1b\\j', ['j']],
	['other strings', '\x1bP1$r0m\x1b\\\x1b_Gi=1;OK\x1b\\j', ['j']],
	['a string that something else breaks off', '\x1b]11;rgb\x1b[Aj', ['up', 'j']],
	['mouse reports, new and old', '\x1b[<0;10;20M\x1b[<0;10;20m\x1b[M !!j', ['j']],
	['focus reports', '\x1b[I\x1b[Oj', ['j']],
	['keys of the kitty protocol', '\x1b[97;5uj', ['j']],
	['a sequence broken off by a control character', '\x1b[1;\rj', ['enter', 'j']],
	['a sequence of noise', `\x1b[${'1;'.repeat(40)}\u0080j`, ['j']],
	['an application key that is none', '\x1bO\x01j', ['ctrl+a', 'j']],
	['what cannot be seen', '\u0085\u202e\u200b\ufeff\u2028\ufffdj', ['j']],
	['blanks of other widths', '\u00a0', [{chord: 'space', text: '\u00a0'}]],
];

function keysOf(chunks: readonly (Buffer | string)[]): Key[] {
	const keys: Key[] = [];
	const splitter = createKeySplitter({clock: createVirtualClock().clock, emit: key => void keys.push(key)});
	for (const chunk of chunks) splitter.feed(chunk);
	splitter.end();
	return keys;
}

describe.each(SEQUENCES)('%s', (_, bytes, expected) => {
	const meant = expected.map(key => (typeof key === 'string' ? expect.objectContaining({chord: key}) : key));

	test('at once', () => {
		expect(keysOf([bytes])).toEqual(meant);
		expect(keysOf([Buffer.from(bytes)])).toEqual(meant);
	});

	test('byte by byte', () => {
		expect(keysOf([...Buffer.from(bytes)].map(byte => Buffer.from([byte])))).toEqual(meant);
	});
});

test('all of it in a row, cut anywhere, gives the same keys', () => {
	const random = createSeededRandom(7);
	const all = Buffer.from(SEQUENCES.map(([, bytes]) => bytes).join(''));
	const expected = keysOf([all]);
	for (let round = 0; round < 100; round++) {
		const chunks: Buffer[] = [];
		for (let at = 0; at < all.length;) {
			const end = at + 1 + Math.floor(random() * 12);
			chunks.push(all.subarray(at, end));
			at = end;
		}
		expect(keysOf(chunks)).toEqual(expected);
	}
});

test('broken UTF-8 gives no key and breaks none', () => {
	expect(keysOf([Buffer.from([0xc3, 0x28, 0xff, 0xe2, 0x82, 0x6a])]).map(({chord}) => chord)).toEqual(['(', 'j']);
});

test('random bytes give only chords, and a quiet second makes it ready again', async () => {
	const random = createSeededRandom(11);
	const {clock, advance, pending} = createVirtualClock();
	const keys: Key[] = [];
	const splitter = createKeySplitter({clock, emit: key => void keys.push(key)});
	for (let round = 0; round < 300; round++) {
		const length = Math.floor(random() * 40);
		splitter.feed(Buffer.from(Array.from({length}, () => Math.floor(random() * (random() < 0.5 ? 256 : 0x5c)))));
		await advance(2000);
		expect(pending()).toBe(0);
		keys.length = 0;
		splitter.feed('j');
		expect(keys).toEqual([{chord: 'j', text: 'j'}]);
	}
});

describe('time', () => {
	/** Feeds pieces with pauses between them, and tells when each key came, in ms since the start. */
	async function timed(...steps: readonly (string | number)[]): Promise<[string, number][]> {
		const {clock, advance, pending} = createVirtualClock(0);
		const keys: [string, number][] = [];
		const splitter = createKeySplitter({clock, emit: ({chord}) => void keys.push([chord, clock.now()])});
		for (const step of steps) {
			if (typeof step === 'string') splitter.feed(step);
			else await advance(step);
		}
		await advance(10_000);
		expect(pending()).toBe(0);
		return keys;
	}

	test.each<[name: string, steps: readonly (string | number)[], keys: readonly [string, number][]]>([
		['an escape with nothing behind it is the key after 25 ms', ['\x1b'], [['esc', 25]]],
		[
			'two escapes are two keys',
			['\x1b\x1b'],
			[
				['esc', 25],
				['esc', 25],
			],
		],
		[
			'three escapes are three keys',
			['\x1b\x1b\x1b'],
			[
				['esc', 0],
				['esc', 25],
				['esc', 25],
			],
		],
		['an arrow that a slow link cut is an arrow', ['\x1b', 20, '[', 20, 'A'], [['up', 40]]],
		[
			'an arrow that was cut for longer is an escape, and no text',
			['\x1b', 60, '[A', 60, 'j'],
			[
				['esc', 25],
				['j', 120],
			],
		],
		['so in application mode', ['\x1b', 60, 'OB'], [['esc', 25]]],
		[
			'so with modifiers, and what follows counts',
			['\x1b', 60, '[1;2Cj'],
			[
				['esc', 25],
				['j', 60],
			],
		],
		[
			'a bracket typed long after an escape is a bracket',
			['\x1b', 300, '[A'],
			[
				['esc', 25],
				['[', 300],
				['A', 300],
			],
		],
		[
			'a letter after an escape is a letter',
			['\x1b', 60, 'O'],
			[
				['esc', 25],
				['O', 60],
			],
		],
		['alt with a bracket', ['\x1b['], [['alt+[', 25]]],
		['alt with a capital O', ['\x1bO'], [['alt+O', 25]]],
		[
			'alt with the beginning of a string',
			['\x1b]', 100, 'j'],
			[
				['alt+]', 25],
				['j', 100],
			],
		],
		[
			'escape, then alt with a bracket',
			['\x1b\x1b['],
			[
				['esc', 25],
				['alt+[', 25],
			],
		],
		['a sequence that has begun is waited for', ['\x1b[1;', 900, '2A'], [['shift+up', 900]]],
		['a sequence without an end is dropped after a second', ['\x1b[1;', 1100, 'j'], [['j', 1100]]],
		['a reply without an end is dropped after a second', ['\x1b]11;rgb', 1100, 'j'], [['j', 1100]]],
		['a long reply is only searched for its end', ['\x1b]11;', 'x'.repeat(50_000), '\x1b', '\\j'], [['j', 0]]],
		['a paste without an end is given after two seconds', ['\x1b[200~abc', 500, 'd\x1b[2'], [['paste', 2500]]],
	])('%s', async (_, steps, keys) => {
		expect(await timed(...steps)).toEqual(keys);
	});
});

test('a huge paste keeps its first 64 KB and its end is found', () => {
	const [paste, ...rest] = keysOf(['\x1b[200~', ...Array.from({length: 300}, () => 'x'.repeat(1000)), '\x1b[201~j']);
	expect([paste?.chord, paste?.text?.length, rest]).toEqual(['paste', 65_536, [{chord: 'j', text: 'j'}]]);
});

test('a megabyte typed ahead is read at once', () => {
	expect(keysOf(['\x1b[A'.repeat(350_000)])).toHaveLength(350_000);
});

test('modifiers are named in the order of the keymap', () => {
	expect(MODIFIERS).toEqual(['ctrl', 'alt', 'shift']);
});
